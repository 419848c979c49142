package dev.breakwater.ui.notifications;

import dev.breakwater.central.notification.NotificationEvent;
import dev.breakwater.central.notification.RuleDraft;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.SeverityMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A rule as a sentence. */
final class RuleWords {

    private RuleWords() {}

    /** What it takes. */
    static String takes(RuleDraft rule, Map<UUID, String> policies) {
        List<String> parts = new ArrayList<>();
        parts.add(events(rule));
        if (rule.minimumSeverity() != null) {
            parts.add(SeverityMark.word(rule.minimumSeverity()).toLowerCase(Locale.ROOT) + " and above");
        }
        if (rule.policies().size() == 1) {
            parts.add("policy " + policies.getOrDefault(rule.policies().getFirst(), "that is gone"));
        } else if (!rule.policies().isEmpty()) {
            parts.add(Counted.of(rule.policies().size(), "policy", "policies"));
        }
        add(parts, "owner", rule.owners());
        add(parts, "cluster", rule.clusters());
        add(parts, "namespaces marked", rule.marks());
        return String.join(", ", parts);
    }

    private static String events(RuleDraft rule) {
        if (rule.events().size() == NotificationEvent.values().length) {
            return "Everything";
        }
        String words = String.join(
                "; ",
                rule.events().stream().sorted().map(event -> shortly(event)).toList());
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String shortly(NotificationEvent event) {
        return switch (event) {
            case VIOLATION_OPENED -> "opened";
            case VIOLATION_RESOLVED -> "resolved";
            case CLUSTER_SILENT -> "cluster silent";
            case CLUSTER_BACK -> "cluster back";
            case CERTIFICATE_ENDS -> "certificate ends";
        };
    }

    private static void add(List<String> parts, String what, List<String> values) {
        if (!values.isEmpty()) {
            parts.add(what + " " + String.join(" or ", values));
        }
    }

    /** Where that goes. */
    static String goesTo(RuleDraft rule, Map<UUID, String> targets) {
        List<String> parts = new ArrayList<>();
        rule.notifiers().forEach(id -> parts.add(targets.getOrDefault(id, "a target that is gone")));
        if (rule.toNamespaceTarget()) {
            parts.add("the target that the namespace names");
        }
        return parts.isEmpty() ? "nobody: its targets are gone" : String.join(", ", parts);
    }
}
