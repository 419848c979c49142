package dev.breakwater.ui.registries;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where these pages are, for the links of others. */
public final class RegistriesNavigation {

    public static final String PATH = "registries";

    /** Repositories that people want to be told of. */
    public static final String WATCHED = PATH + "/watched";

    /** What registries hold, and what of it is outdated. */
    public static final String IMAGES = PATH + "/images";

    /** The jobs that look inside images. */
    public static final String SCANS = "scans";

    private RegistriesNavigation() {}

    /** What registries hold, with a filter in the grammar of the lists. */
    public static String images(String q) {
        return IMAGES + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
    }

    /** The jobs with a filter, in the grammar of the lists. */
    public static String scans(String q) {
        return SCANS + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
    }
}
