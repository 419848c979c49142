/**
 * What is handed to people who do not look at the console: the executive summary, as a page and as PDF. Reads only. Entry:
 * {@code ExecutiveSummaries}.
 */
@NullMarked
@ApplicationModule(displayName = "Reporting")
package dev.breakwater.central.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
