package dev.breakwater.central.notification.internal.rule;

import dev.breakwater.central.notification.NotificationRule;
import dev.breakwater.central.notification.RuleDraft;
import dev.breakwater.engine.model.Severity;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The rules as they stand, ready to be asked many times. */
public final class Routing {

    private final List<RuleDraft> rules;
    private final Map<String, UUID> byName;
    private final Set<UUID> enabled;

    /**
     * @param rules in their order
     * @param enabled targets that are told anything, by name
     */
    Routing(List<NotificationRule> rules, Map<String, UUID> enabled) {
        this.rules = rules.stream()
                .map(NotificationRule::rule)
                .filter(RuleDraft::enabled)
                .toList();
        this.byName = new HashMap<>();
        enabled.forEach((name, id) -> byName.put(name.toLowerCase(Locale.ROOT), id));
        this.enabled = Set.copyOf(enabled.values());
    }

    /** Whether nothing is told to anybody. */
    public boolean isEmpty() {
        return rules.isEmpty() || enabled.isEmpty();
    }

    /** Whether rules look at the annotations of namespaces. */
    public boolean looksAtNamespaces() {
        return rules.stream()
                .anyMatch(rule -> rule.toNamespaceTarget() || !rule.marks().isEmpty());
    }

    /** The ids of the targets that are told, each once. */
    public Set<UUID> targets(Occurrence occurrence) {
        Set<UUID> targets = new LinkedHashSet<>();
        for (RuleDraft rule : rules) {
            if (fits(rule, occurrence)) {
                rule.notifiers().stream().filter(enabled::contains).forEach(targets::add);
                UUID named = rule.toNamespaceTarget()
                        ? byName.get(occurrence.mark().strip().toLowerCase(Locale.ROOT))
                        : null;
                if (named != null) {
                    targets.add(named);
                }
                // A namespace that names a target which is not there must not make the rules after it fall silent.
                boolean decides = !rule.notifiers().isEmpty() || named != null;
                if (decides && !rule.goOn()) {
                    break;
                }
            }
        }
        return targets;
    }

    private static boolean fits(RuleDraft rule, Occurrence occurrence) {
        if (!rule.events().contains(occurrence.event()) || !matches(rule.clusters(), occurrence.cluster())) {
            return false;
        }
        if (!occurrence.event().isViolation()) {
            return rule.policies().isEmpty()
                    && rule.owners().isEmpty()
                    && rule.marks().isEmpty();
        }
        return severe(rule, occurrence.severity())
                && (rule.policies().isEmpty() || rule.policies().contains(occurrence.policyId()))
                && matches(rule.owners(), occurrence.owner())
                && matches(rule.marks(), occurrence.mark());
    }

    /** A severity that is not known is told to everybody: it may be the highest. */
    private static boolean severe(RuleDraft rule, Severity severity) {
        return rule.minimumSeverity() == null
                || severity == Severity.UNKNOWN
                || severity.compareTo(rule.minimumSeverity()) >= 0;
    }

    private static boolean matches(List<String> patterns, String text) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> matches(pattern, text));
    }

    /** Without regard to case; {@code *} stands for any text. Linear in the text for each piece of the pattern. */
    static boolean matches(String pattern, String text) {
        String[] pieces = pattern.toLowerCase(Locale.ROOT).split("\\*", -1);
        String rest = text.toLowerCase(Locale.ROOT);
        if (pieces.length == 1) {
            return rest.equals(pieces[0]);
        }
        String last = pieces[pieces.length - 1];
        if (!rest.startsWith(pieces[0]) || rest.length() < pieces[0].length() + last.length() || !rest.endsWith(last)) {
            return false;
        }
        rest = rest.substring(pieces[0].length(), rest.length() - last.length());
        for (int i = 1; i < pieces.length - 1; i++) {
            int at = rest.indexOf(pieces[i]);
            if (at < 0) {
                return false;
            }
            rest = rest.substring(at + pieces[i].length());
        }
        return true;
    }
}
