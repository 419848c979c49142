/**
 * From a one-time token to a client certificate. Entry: {@link dev.breakwater.central.fleet.internal.enrolment.Enrolments}.
 */
@NullMarked
package dev.breakwater.central.fleet.internal.enrolment;

import org.jspecify.annotations.NullMarked;
