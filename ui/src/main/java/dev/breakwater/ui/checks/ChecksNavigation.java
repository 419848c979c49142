package dev.breakwater.ui.checks;

import java.util.UUID;

/** Where this page is, for the links of others. */
public final class ChecksNavigation {

    public static final String PATH = "checks";

    private ChecksNavigation() {}

    /** One kept check. */
    public static String opened(UUID id) {
        return PATH + "?sel=" + id;
    }
}
