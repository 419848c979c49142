package dev.breakwater.central.detection.internal;

import dev.breakwater.central.policy.CriteriaCatalogue;
import dev.breakwater.central.policy.CriterionView;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Policy.Exclusion;
import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.Policy.Section;
import dev.breakwater.engine.policy.Policy.Stage;
import dev.breakwater.engine.policy.linked.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Edits of policies as people make them, drawn by lot. */
final class RandomEdits {

    private static final List<CriterionView> CRITERIA = CriteriaCatalogue.all().stream()
            .filter(criterion -> criterion.subject() == Level.WORKLOAD)
            .filter(criterion -> criterion.stages().contains(Stage.DEPLOY))
            .toList();
    private static final List<Severity> SEVERITIES =
            List.of(Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL);
    private static final List<String> NAMES = List.of("", "\"shop\"", "pay", "g/*a*", "r/s.*p");

    private final Random random;

    RandomEdits(long seed) {
        this.random = new Random(seed);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A policy of people's own, perhaps quite another than before. */
    Policy own(UUID id, String name, Instant now) {
        List<Section> sections = new ArrayList<>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            sections.add(section());
        }
        return new Policy(
                id,
                name,
                one(SEVERITIES),
                chance(90),
                chance(95) ? Set.of(Stage.DEPLOY) : Set.of(Stage.RUNTIME),
                List.of("Own"),
                "",
                "",
                "",
                sections,
                chance(30) ? List.of(scope()) : List.of(),
                exclusions(now),
                List.of(),
                List.of());
    }

    /** The same policy with other scopes, exclusions, severity, or switched. */
    Policy adjusted(Policy policy, Instant now) {
        return new Policy(
                policy.id(),
                policy.name(),
                chance(50) ? one(SEVERITIES) : policy.severity(),
                chance(85),
                policy.stages(),
                policy.categories(),
                policy.description(),
                policy.rationale(),
                policy.remediation(),
                policy.sections(),
                chance(50) ? List.of(scope()) : List.of(),
                exclusions(now),
                policy.mitre(),
                policy.controls());
    }

    private Section section() {
        CriterionView first = one(CRITERIA);
        List<Group> groups = new ArrayList<>(List.of(group(first)));
        CriterionView second = one(CRITERIA);
        if (chance(40) && !second.equals(first)) {
            groups.add(group(second));
        }
        return new Section("", groups);
    }

    private Group group(CriterionView criterion) {
        return new Group(
                criterion.name(), Operator.OR, criterion.negatable() && chance(50), List.of(criterion.example()));
    }

    private Scope scope() {
        return new Scope(
                "",
                one(NAMES),
                one(NAMES),
                chance(20) ? List.of("tier=1") : List.of(),
                chance(20) ? List.of("env=prod") : List.of());
    }

    private List<Exclusion> exclusions(Instant now) {
        return chance(40)
                ? List.of(new Exclusion("drawn", "me", scope(), chance(50) ? null : now.plusSeconds(3_600)))
                : List.of();
    }
}
