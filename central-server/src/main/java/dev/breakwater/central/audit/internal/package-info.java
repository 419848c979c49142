/** Writes the audit log to PostgreSQL. */
@NullMarked
package dev.breakwater.central.audit.internal;

import org.jspecify.annotations.NullMarked;
