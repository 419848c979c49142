/**
 * What is handed to people who do not look at the console: the executive summary, and reports that are defined once and made on
 * a schedule or when somebody asks. Reads only, but for its own tables. Entry: {@code Reports}, {@code ReportJobs}, {@code
 * ExecutiveSummaries}. A form is a {@code ReportRenderer}, a way out a {@code ReportDelivery}, a proof a {@code ReportSeal}.
 */
@NullMarked
@ApplicationModule(displayName = "Reporting")
package dev.breakwater.central.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
