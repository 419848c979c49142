/**
 * Violations as a list with the detail beside it.
 */
@NullMarked
package dev.breakwater.ui.violations;

import org.jspecify.annotations.NullMarked;
