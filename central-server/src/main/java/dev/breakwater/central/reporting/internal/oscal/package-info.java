/** Reports of compliance as OSCAL assessment results. */
@NullMarked
package dev.breakwater.central.reporting.internal.oscal;

import org.jspecify.annotations.NullMarked;
