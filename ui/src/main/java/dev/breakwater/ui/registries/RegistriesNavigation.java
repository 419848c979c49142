package dev.breakwater.ui.registries;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where these pages are, for the links of others. */
public final class RegistriesNavigation {

    public static final String PATH = "registries";

    /** The jobs that look inside images. */
    public static final String SCANS = "scans";

    private RegistriesNavigation() {}

    /** The jobs with a filter, in the grammar of the lists. */
    public static String scans(String q) {
        return SCANS + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
    }
}
