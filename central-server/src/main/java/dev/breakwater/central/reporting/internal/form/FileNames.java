package dev.breakwater.central.reporting.internal.form;

import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportFormat;
import java.util.Locale;

/** What the files of a report are called: by its name and the minute of its data, safe everywhere. */
public final class FileNames {

    private static final int LONGEST = 60;

    private FileNames() {}

    /** The file of a form. */
    public static String of(ReportContext context, ReportFormat format) {
        return base(context) + format.extension();
    }

    /** The spreadsheet of the evidence, which lies beside that of the rows. */
    public static String evidence(ReportContext context) {
        return base(context) + "-evidence" + ReportFormat.CSV.extension();
    }

    private static String base(ReportContext context) {
        String name = context.definition().report().name();
        String safe =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String minute = context.asOf().toString().substring(0, 16).replace(":", "");
        return (safe.isEmpty() ? "report" : safe.substring(0, Math.min(LONGEST, safe.length()))) + "-" + minute;
    }
}
