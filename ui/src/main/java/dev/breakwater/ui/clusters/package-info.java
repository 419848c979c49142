/**
 * The clusters of the fleet, and how one is added and taken away.
 */
@NullMarked
package dev.breakwater.ui.clusters;

import org.jspecify.annotations.NullMarked;
