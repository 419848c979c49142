/** Seals reports, and hands them out as one signed file. */
@NullMarked
package dev.breakwater.central.reporting.internal.evidence;

import org.jspecify.annotations.NullMarked;
