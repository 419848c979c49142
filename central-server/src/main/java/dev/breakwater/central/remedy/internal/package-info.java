/** How plans are made. */
@NullMarked
package dev.breakwater.central.remedy.internal;

import org.jspecify.annotations.NullMarked;
