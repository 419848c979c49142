package dev.breakwater.ui.reports;

import com.vaadin.flow.router.QueryParameters;

/**
 * What a new report begins with.
 *
 * @param standard its id, empty = none
 * @param cluster its name, empty = none
 */
record ReportStart(String standard, String cluster) {

    static final ReportStart NOTHING = new ReportStart("", "");

    static ReportStart from(QueryParameters parameters) {
        return new ReportStart(
                parameters.getSingleParameter(ReportsNavigation.STANDARD).orElse(""),
                parameters.getSingleParameter(ReportsNavigation.CLUSTER).orElse(""));
    }
}
