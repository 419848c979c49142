/** REST of the risk. */
@NullMarked
package dev.breakwater.central.risk.web;

import org.jspecify.annotations.NullMarked;
