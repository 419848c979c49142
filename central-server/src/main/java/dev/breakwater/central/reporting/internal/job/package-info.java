/** How reports are made by the clock, kept and brought away: claims in the database, so that replicas share the work. */
@NullMarked
package dev.breakwater.central.reporting.internal.job;

import org.jspecify.annotations.NullMarked;
