package dev.breakwater.ui.clusters;

import com.vaadin.flow.component.html.Span;
import dev.breakwater.central.fleet.ClusterHealth;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cluster's health as a shape and a word; what is in order stays quiet. */
public final class HealthMark {

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

    private HealthMark() {}

    public static Span of(ClusterHealth.Word word) {
        Span mark = Markup.text("bw-sev bw-sev-" + css(word), "");
        boolean good = word == ClusterHealth.Word.HEALTHY;
        mark.add(good ? Markup.icon("check") : Markup.text("bw-shape", ""), Markup.text("", word(word)));
        return mark;
    }

    /** The reason with its times as people read them, in their zone; empty where all is in order. */
    public static String reason(ClusterHealth health, TimeWords times) {
        return INSTANT.matcher(health.reason())
                .replaceAll(found -> Matcher.quoteReplacement(times.minute(Instant.parse(found.group()))));
    }

    /** Whether somebody should look: what is in order is not, and neither is a folder that was read once as it was asked to. */
    public static boolean isNotice(ClusterHealth health) {
        return health.word() != ClusterHealth.Word.HEALTHY && health.word() != ClusterHealth.Word.READ_ONCE;
    }

    static String word(ClusterHealth.Word word) {
        return switch (word) {
            case HEALTHY -> "healthy";
            case CERTIFICATE_EXPIRES -> "certificate expires";
            case DEGRADED -> "degraded";
            case SYNCING -> "being read";
            case READ_ONCE -> "read once";
            case SILENT -> "silent";
            case NEVER_CONNECTED -> "never connected";
            case REVOKED -> "revoked";
        };
    }

    private static String css(ClusterHealth.Word word) {
        return switch (word) {
            case HEALTHY -> "pass";
            case CERTIFICATE_EXPIRES, DEGRADED -> "medium";
            case READ_ONCE, SYNCING, NEVER_CONNECTED -> "unknown";
            case SILENT -> "high";
            case REVOKED -> "low";
        };
    }
}
