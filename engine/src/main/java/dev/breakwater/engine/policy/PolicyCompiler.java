package dev.breakwater.engine.policy;

import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.Policy.Section;
import dev.breakwater.engine.policy.Policy.Stage;
import dev.breakwater.engine.policy.criteria.Condition;
import dev.breakwater.engine.policy.criteria.Criteria;
import dev.breakwater.engine.policy.criteria.Criterion;
import dev.breakwater.engine.policy.criteria.CriterionCard;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked;
import dev.breakwater.engine.policy.value.ValueRejected;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks a policy and compiles it, going on after an error so that all are told at once. */
final class PolicyCompiler {

    private static final int MAX_SECTIONS = 50;
    private static final int MAX_VALUES = 500;
    private static final int MAX_SCOPES = 500;
    private static final int MAX_TEXT = 10_000;

    private final Policy policy;
    private final Problems problems;

    private PolicyCompiler(Policy policy) {
        this.policy = policy;
        this.problems = new Problems(policy.name());
    }

    static CompiledPolicy compile(Policy policy) {
        return new PolicyCompiler(policy).compile();
    }

    private CompiledPolicy compile() {
        head();
        List<CompiledSection> sections = new ArrayList<>();
        if (policy.sections().isEmpty() || policy.sections().size() > MAX_SECTIONS) {
            problems.add("/sections", policy.sections().size() + " sections", "Allowed: 1 to " + MAX_SECTIONS + ".");
        } else {
            for (int i = 0; i < policy.sections().size(); i++) {
                section(policy.sections().get(i), "/sections/" + i).ifPresent(sections::add);
            }
        }
        subjects();
        List<CompiledScope> scopes = scopes();
        List<CompiledPolicy.Exempt> exclusions = exclusions();
        if (!problems.found().isEmpty()) {
            throw new PolicyRejected(problems.found());
        }
        return new CompiledPolicy(policy, List.copyOf(sections), scopes, exclusions);
    }

    /** A policy is about workloads or about other objects: nothing links the two. */
    private void subjects() {
        Set<Level> roots = new HashSet<>();
        policy.sections().stream()
                .flatMap(section -> section.groups().stream())
                .flatMap(group -> Criteria.byName(group.criterion()).stream())
                .forEach(criterion -> roots.add(criterion.card().level().root()));
        if (roots.size() > 1) {
            problems.add(
                    "/sections",
                    "criteria of workloads and of other objects",
                    "Allowed: criteria of workloads alone, or of other objects alone.");
        }
    }

    private void head() {
        if (policy.name().isBlank() || policy.name().length() > 200) {
            problems.add("/name", policy.name(), "Allowed: 1 to 200 characters.");
        }
        if (policy.stages().isEmpty()) {
            problems.add("/stages", "", "Allowed: one or more of BUILD, DEPLOY, RUNTIME.");
        }
        if (policy.severity() == dev.breakwater.engine.model.Severity.UNKNOWN) {
            problems.add("/severity", "UNKNOWN", "Allowed: LOW, MEDIUM, HIGH, CRITICAL.");
        }
        bound("/description", policy.description());
        bound("/rationale", policy.rationale());
        bound("/remediation", policy.remediation());
        PolicyTexts.check(policy, problems);
    }

    private void bound(String pointer, String text) {
        if (text.length() > MAX_TEXT) {
            problems.add(pointer, text, "Allowed: up to " + MAX_TEXT + " characters.");
        }
    }

    private Optional<CompiledSection> section(Section section, String pointer) {
        if (section.groups().isEmpty()) {
            problems.add(pointer + "/groups", "", "Allowed: one group or more.");
            return Optional.empty();
        }
        List<CompiledGroup<?>> groups = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < section.groups().size(); i++) {
            Group group = section.groups().get(i);
            String at = pointer + "/groups/" + i;
            if (!seen.add(group.criterion().toLowerCase(Locale.ROOT))) {
                problems.add(
                        at + "/criterion",
                        group.criterion(),
                        "Allowed: each criterion once in a section; give it several values instead.");
            }
            Criteria.byName(group.criterion())
                    .ifPresentOrElse(
                            criterion -> compile(criterion, group, at).ifPresent(groups::add),
                            () -> problems.add(
                                    at + "/criterion", group.criterion(), Criteria.allowedFor(group.criterion())));
        }
        contradictions(section, pointer);
        return groups.isEmpty() ? Optional.empty() : Optional.of(CompiledSection.of(groups));
    }

    private void contradictions(Section section, String pointer) {
        Set<String> added = capabilities(section, "Add Capabilities");
        added.retainAll(capabilities(section, "Drop Capabilities"));
        for (String capability : added) {
            problems.add(
                    pointer + "/groups",
                    capability,
                    "Allowed: a capability in Add or in Drop Capabilities, not in both.");
        }
    }

    private static Set<String> capabilities(Section section, String criterion) {
        Set<String> values = new HashSet<>();
        section.groups().stream()
                .filter(group -> group.criterion().equalsIgnoreCase(criterion))
                .flatMap(group -> group.values().stream())
                .forEach(value ->
                        values.add(value.strip().toUpperCase(Locale.ROOT).replaceFirst("^CAP_", "")));
        return values;
    }

    private <E extends Linked> Optional<CompiledGroup<?>> compile(Criterion<E> criterion, Group group, String at) {
        check(criterion.card(), group, at);
        List<Condition<E>> conditions = new ArrayList<>();
        for (int i = 0; i < Math.min(group.values().size(), MAX_VALUES); i++) {
            String value = group.values().get(i);
            try {
                conditions.add(criterion.condition(value));
            } catch (ValueRejected e) {
                problems.add(at + "/values/" + i, value, e.allowed());
            }
        }
        return conditions.isEmpty() ? Optional.empty() : Optional.of(CompiledGroup.of(criterion, group, conditions));
    }

    private void check(CriterionCard card, Group group, String at) {
        int values = group.values().size();
        if (values == 0 || values > MAX_VALUES) {
            problems.add(at + "/values", values + " values", "Allowed: 1 to " + MAX_VALUES + " values.");
        } else if (values > 1 && card.operators().isEmpty()) {
            problems.add(at + "/values", values + " values", "Allowed: one value for " + card.name() + ".");
        } else if (values > 1 && !card.operators().contains(group.operator())) {
            problems.add(at + "/operator", group.operator().name(), "Allowed: " + operators(card) + ".");
        }
        if (group.negated() && !card.negatable()) {
            problems.add(
                    at + "/negated", "true", "Allowed: false; " + card.name() + " fires on what is missing already.");
        }
        for (Stage stage : policy.stages()) {
            if (!card.stages().contains(stage)) {
                problems.add(
                        at + "/criterion",
                        card.name(),
                        "Allowed at stage " + stage + ": "
                                + (stage == Stage.BUILD
                                        ? "criteria that an image alone can answer."
                                        : "criteria about what is deployed, not about what happened."));
            }
        }
    }

    private static String operators(CriterionCard card) {
        return String.join(
                ", ", card.operators().stream().map(Operator::name).sorted().toList());
    }

    private List<CompiledScope> scopes() {
        List<CompiledScope> scopes = new ArrayList<>();
        for (int i = 0; i < bounded("/scopes", policy.scopes().size()); i++) {
            scopes.add(CompiledScope.of(policy.scopes().get(i), "/scopes/" + i, problems));
        }
        return List.copyOf(scopes);
    }

    private List<CompiledPolicy.Exempt> exclusions() {
        List<CompiledPolicy.Exempt> exempts = new ArrayList<>();
        for (int i = 0; i < bounded("/exclusions", policy.exclusions().size()); i++) {
            Policy.Exclusion exclusion = policy.exclusions().get(i);
            if (exclusion.reason().isBlank()) {
                problems.add(
                        "/exclusions/" + i + "/reason", "", "Allowed: the reason, so that others can judge it later.");
            }
            CompiledScope scope = CompiledScope.of(exclusion.scope(), "/exclusions/" + i + "/scope", problems);
            exempts.add(new CompiledPolicy.Exempt(scope, exclusion));
        }
        return List.copyOf(exempts);
    }

    private int bounded(String pointer, int size) {
        if (size > MAX_SCOPES) {
            problems.add(pointer, size + " entries", "Allowed: up to " + MAX_SCOPES + ".");
            return 0;
        }
        return size;
    }
}
