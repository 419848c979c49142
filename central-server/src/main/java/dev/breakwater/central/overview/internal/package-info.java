/** How exports are written. */
@NullMarked
package dev.breakwater.central.overview.internal;

import org.jspecify.annotations.NullMarked;
