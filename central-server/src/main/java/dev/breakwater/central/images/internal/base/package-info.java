/** Which images stand on which, and which newer ones there are. */
@NullMarked
package dev.breakwater.central.images.internal.base;

import org.jspecify.annotations.NullMarked;
