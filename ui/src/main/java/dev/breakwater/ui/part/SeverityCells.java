package dev.breakwater.ui.part;

/** Cells that count by severity: each a shape and a number, what is none faint. */
public final class SeverityCells {

    /** Of a row that has {@code critical}, {@code high}, {@code medium} and {@code low}. */
    public static final String COUNTS = "<span class=\"bw-counts\">" + count("critical") + count("high")
            + count("medium") + count("low") + "</span>";

    /** The same with those of {@code unknown} severity, and room for thousands. */
    public static final String MANY = COUNTS.replace("bw-counts", "bw-counts bw-counts-many")
            .replaceFirst("</span>$", java.util.regex.Matcher.quoteReplacement(count("unknown") + "</span>"));

    private SeverityCells() {}

    private static String count(String severity) {
        return "<span class=\"bw-sev bw-sev-" + severity + "${item." + severity + " ? '' : ' bw-none'}\" title=\""
                + severity + "\"><span class=\"bw-shape\"></span>${item." + severity + "}<span class=\"bw-hidden\"> "
                + severity
                + "</span></span>";
    }

    /** The gravest of which there are some, in the CSS word of {@link SeverityMark#css}; empty = none. */
    public static String worst(int critical, int high, int medium, int low, int unknown) {
        if (critical > 0) {
            return "critical";
        }
        if (high > 0) {
            return "high";
        }
        return medium > 0 ? "medium" : low > 0 ? "low" : unknown > 0 ? "unknown" : "";
    }
}
