package dev.breakwater.ui.reports;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Where reports are. */
public final class ReportsNavigation {

    /** What is made, and what was lately. */
    public static final String PATH = "reports";

    /** Everything that was made. */
    public static final String HISTORY = PATH + "/history";

    /** One making of a report. */
    static final String JOBS = PATH + "/jobs";

    /** The parameter that begins a new report on a standard. */
    static final String STANDARD = "standard";

    private ReportsNavigation() {}

    /** A new report on a standard, to be filled in. */
    public static String newOn(String standard) {
        return PATH + "?" + STANDARD + "=" + URLEncoder.encode(standard, StandardCharsets.UTF_8);
    }

    /** One making of a report. */
    public static String job(UUID id) {
        return JOBS + "/" + id;
    }
}
