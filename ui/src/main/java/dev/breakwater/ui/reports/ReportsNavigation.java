package dev.breakwater.ui.reports;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where reports are. */
public final class ReportsNavigation {

    /** What is made, and what was. */
    public static final String PATH = "reports";

    /** The parameter that begins a new report on a standard. */
    static final String STANDARD = "standard";

    private ReportsNavigation() {}

    /** A new report on a standard, to be filled in. */
    public static String newOn(String standard) {
        return PATH + "?" + STANDARD + "=" + URLEncoder.encode(standard, StandardCharsets.UTF_8);
    }
}
