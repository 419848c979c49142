/**
 * How summaries are put together and drawn.
 */
@NullMarked
package dev.breakwater.central.reporting.internal;

import org.jspecify.annotations.NullMarked;
