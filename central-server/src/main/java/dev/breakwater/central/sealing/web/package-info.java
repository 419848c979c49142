/** REST of keys and days. */
@NullMarked
package dev.breakwater.central.sealing.web;

import org.jspecify.annotations.NullMarked;
