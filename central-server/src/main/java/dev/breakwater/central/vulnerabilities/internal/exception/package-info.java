/** What people decide of vulnerabilities, laid over findings where a workload runs. Entry: {@code StoredExceptions}. */
@NullMarked
package dev.breakwater.central.vulnerabilities.internal.exception;

import org.jspecify.annotations.NullMarked;
