package dev.breakwater.central.notification.internal.rule;

import dev.breakwater.central.notification.NotificationEvent;
import dev.breakwater.central.notification.RuleDraft;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.engine.model.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Says what is wrong with a rule by itself. */
final class RuleCheck {

    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{1,253}");
    private static final int MOST = 200;

    private RuleCheck() {}

    static void check(RuleDraft rule) {
        if (rule.name().isBlank() || !NAME.matcher(rule.name()).matches()) {
            throw new InvalidRequest("name", rule.name(), "1 to 100 characters of one line");
        }
        if (rule.events().isEmpty()) {
            throw new InvalidRequest("events", "", "at least one of " + Arrays.toString(NotificationEvent.values()));
        }
        if (rule.minimumSeverity() == Severity.UNKNOWN) {
            throw new InvalidRequest("minimumSeverity", "UNKNOWN", "LOW, MEDIUM, HIGH, CRITICAL, or nothing for all");
        }
        texts("owners", rule.owners());
        texts("clusters", rule.clusters());
        texts("marks", rule.marks());
        bounded("policies", rule.policies());
        bounded("notifiers", rule.notifiers());
        if (rule.notifiers().isEmpty() && !rule.toNamespaceTarget()) {
            throw new InvalidRequest(
                    "notifiers",
                    "",
                    "at least one target, unless the namespace's annotation names one (toNamespaceTarget)");
        }
        boolean ofViolations = !rule.policies().isEmpty()
                || !rule.owners().isEmpty()
                || !rule.marks().isEmpty();
        if (ofViolations && rule.events().stream().noneMatch(NotificationEvent::isViolation)) {
            throw new InvalidRequest(
                    "events",
                    rule.events().toString(),
                    "events of violations, where there is a condition on policy, owner or mark");
        }
    }

    private static void texts(String field, List<String> texts) {
        bounded(field, texts);
        for (String text : texts) {
            if (text.isBlank() || !TEXT.matcher(text).matches()) {
                throw new InvalidRequest(field, text, "1 to 253 characters of one line, * for any text");
            }
        }
    }

    private static void bounded(String field, List<?> items) {
        if (items.size() > MOST) {
            throw new InvalidRequest(field, items.size() + " items", "at most " + MOST);
        }
    }
}
