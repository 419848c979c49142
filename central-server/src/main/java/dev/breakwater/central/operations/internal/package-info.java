/** The readings, the keeping of data, and the bundle. */
@NullMarked
package dev.breakwater.central.operations.internal;

import org.jspecify.annotations.NullMarked;
