package dev.breakwater.ui.clusters;

import com.vaadin.flow.component.html.Span;
import dev.breakwater.central.fleet.ClusterHealth;
import dev.breakwater.ui.part.Markup;

/** A cluster's health as a shape and a word; what is in order stays quiet. */
public final class HealthMark {

    private HealthMark() {}

    public static Span of(ClusterHealth.Word word) {
        Span mark = Markup.text("bw-sev bw-sev-" + css(word), "");
        boolean good = word == ClusterHealth.Word.HEALTHY;
        mark.add(good ? Markup.icon("check") : Markup.text("bw-shape", ""), new Span(word(word)));
        return mark;
    }

    static String word(ClusterHealth.Word word) {
        return switch (word) {
            case HEALTHY -> "healthy";
            case CERTIFICATE_EXPIRES -> "certificate expires";
            case DEGRADED -> "degraded";
            case SYNCING -> "being read";
            case SILENT -> "silent";
            case NEVER_CONNECTED -> "never connected";
            case REVOKED -> "revoked";
        };
    }

    private static String css(ClusterHealth.Word word) {
        return switch (word) {
            case HEALTHY -> "pass";
            case CERTIFICATE_EXPIRES, DEGRADED -> "medium";
            case SYNCING, NEVER_CONNECTED -> "unknown";
            case SILENT -> "high";
            case REVOKED -> "low";
        };
    }
}
