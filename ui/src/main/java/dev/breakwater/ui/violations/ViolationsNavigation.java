package dev.breakwater.ui.violations;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where these pages are, for the links of others. */
public final class ViolationsNavigation {

    public static final String PATH = "violations";

    /** The list gathered by policy, and by workload. */
    public static final String BY_POLICY = PATH + "/by-policy";

    public static final String BY_WORKLOAD = PATH + "/by-workload";

    /** What people bear until a date. */
    public static final String ACCEPTED = PATH + "/accepted";

    /** Where policies are silent. */
    public static final String EXCLUSIONS = PATH + "/exclusions";

    /** The states of a violation, as the filter has them. */
    static final List<String> STATES = List.of("open", "attempted", "accepted", "excluded", "resolved");

    private ViolationsNavigation() {}

    /** The list with a filter, in the grammar of the lists. */
    public static String filtered(String q) {
        return PATH + "?q=" + encoded(q);
    }

    /** One violation, within what a filter shows. */
    public static String opened(String q, UUID id) {
        return filtered(q) + "&sel=" + id;
    }

    /** One exclusion, {@code null} = all of them. */
    static String exclusion(@Nullable UUID id) {
        return id == null ? EXCLUSIONS : EXCLUSIONS + "?q=&sel=" + id;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
