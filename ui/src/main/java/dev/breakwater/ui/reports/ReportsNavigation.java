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

    /** The parameter that begins it on a cluster. */
    static final String CLUSTER = "cluster";

    private ReportsNavigation() {}

    /**
     * A new report on a standard in a cluster, to be filled in.
     *
     * @param cluster its name
     */
    public static String newOn(String standard, String cluster) {
        return PATH + "?" + STANDARD + "=" + encoded(standard) + "&" + CLUSTER + "=" + encoded(cluster);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** One making of a report. */
    public static String job(UUID id) {
        return JOBS + "/" + id;
    }
}
