/**
 * What runs in the fleet.
 */
@NullMarked
package dev.breakwater.ui.inventory;

import org.jspecify.annotations.NullMarked;
