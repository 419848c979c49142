package dev.breakwater.central.detection.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.inventory.LoadedWorkload;
import dev.breakwater.central.inventory.WorkloadFacts;
import dev.breakwater.central.policy.CriteriaCatalogue;
import dev.breakwater.central.policy.CriterionView;
import dev.breakwater.central.policy.CriterionView.Facts;
import dev.breakwater.central.testing.ClusterObjects;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.model.Activity;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Policy.Stage;
import dev.breakwater.engine.policy.Verdict;
import dev.breakwater.engine.policy.Verdict.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the catalogue of criteria says of their facts is what comes of asking each of them about a workload as it is kept. */
class CriteriaFactsIT {

    /** Unknown of the workload of the test, which leaves these to its image. */
    private static final Set<String> LEFT_TO_THE_IMAGE = Set.of("Run As User", "Run As Group", "Runs As Root");

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    @Test
    void theCatalogueSaysWhichFactsArrive() {
        WorkloadSpec spec = ClusterObjects.deployment("facts", "web");
        central.send(
                ClusterObjects.namespace("facts", Map.of("sensitivity", "internal")),
                ClusterObjects.account("facts", "default"),
                spec,
                ClusterObjects.pod(spec, "web-1", null));
        UUID id = JudgingCentral.idOf(spec);
        LoadedWorkload loaded =
                central.bean(WorkloadFacts.class).load(List.of(id)).get(id);
        Workload workload = central.bean(WorkloadAssembly.class).assemble(loaded.spec(), loaded.surroundings());

        Set<String> missing = new TreeSet<>();
        for (CriterionView criterion : CriteriaCatalogue.all()) {
            if (!arrives(criterion, workload, central.clock().instant())) {
                missing.add(criterion.name());
            }
        }

        missing.removeAll(LEFT_TO_THE_IMAGE);
        Set<String> told = CriteriaCatalogue.all().stream()
                .filter(criterion -> criterion.facts() != Facts.ARRIVE)
                .map(CriterionView::name)
                .collect(Collectors.toSet());
        assertThat(missing).isEqualTo(new TreeSet<>(told));
    }

    private static boolean arrives(CriterionView criterion, Workload workload, Instant now) {
        boolean deploy = criterion.stages().contains(Stage.DEPLOY);
        Policy.Group group =
                new Policy.Group(criterion.name(), Policy.Operator.OR, false, List.of(criterion.example()));
        CompiledPolicies compiled = CompiledPolicies.compile(List.of(new Policy(
                UUID.randomUUID(),
                criterion.name(),
                Severity.LOW,
                true,
                Set.of(deploy ? Stage.DEPLOY : Stage.RUNTIME),
                List.of(),
                "",
                "",
                "",
                List.of(new Policy.Section("", List.of(group))),
                List.of(),
                List.of(),
                List.of(),
                List.of())));
        List<Verdict> verdicts = deploy
                ? compiled.judge(workload, now)
                : compiled.judge(workload, Activity.NOT_WATCHED, now, failure -> {});
        return verdicts.stream()
                .anyMatch(verdict -> verdict.outcome() != Outcome.UNKNOWN
                        || verdict.unknown().stream().noneMatch(fact -> fact.reason() == UnknownReason.NOT_COLLECTED));
    }
}
