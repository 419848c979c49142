package dev.breakwater.central.reporting;

/**
 * A column of a report's table.
 *
 * @param key its name for programs and spreadsheets
 * @param title its name on paper
 * @param share of the width on paper, 0 = it is not on paper
 */
public record ReportColumn(String key, String title, int share) {

    /** One for people and programs. */
    public static ReportColumn of(String key, String title, int share) {
        return new ReportColumn(key, title, share);
    }

    /** One for programs only. */
    public static ReportColumn aside(String key) {
        return new ReportColumn(key, key, 0);
    }
}
