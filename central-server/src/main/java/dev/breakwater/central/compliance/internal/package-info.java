/** Records what checks say and adds it up. Entry: {@code ComplianceRun}. */
@NullMarked
package dev.breakwater.central.compliance.internal;

import org.jspecify.annotations.NullMarked;
