package dev.breakwater.ui.policies.edit;

import dev.breakwater.central.notification.NotificationEvent;
import dev.breakwater.central.notification.NotificationRule;
import dev.breakwater.central.notification.RuleDraft;
import dev.breakwater.engine.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/** Which rules of the notifications take the violations of a policy. */
final class Told {

    private Told() {}

    /** Their names, in the order in which they are asked; one that takes only some of the violations says so. */
    static List<String> by(List<NotificationRule> rules, Policy policy) {
        List<String> names = new ArrayList<>();
        for (NotificationRule kept : rules) {
            RuleDraft rule = kept.rule();
            if (!takes(rule, policy)) {
                continue;
            }
            boolean some = !rule.owners().isEmpty()
                    || !rule.clusters().isEmpty()
                    || !rule.marks().isEmpty();
            names.add(rule.name() + (some ? " (some of them)" : ""));
            if (!some && !rule.goOn()) {
                break;
            }
        }
        return names;
    }

    private static boolean takes(RuleDraft rule, Policy policy) {
        return rule.enabled()
                && rule.events().contains(NotificationEvent.VIOLATION_OPENED)
                && (rule.minimumSeverity() == null || policy.severity().compareTo(rule.minimumSeverity()) >= 0)
                && (rule.policies().isEmpty() || rule.policies().contains(policy.id()));
    }
}
