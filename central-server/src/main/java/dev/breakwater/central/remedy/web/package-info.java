/** REST of plans. */
@NullMarked
package dev.breakwater.central.remedy.web;

import org.jspecify.annotations.NullMarked;
