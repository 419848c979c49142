package dev.breakwater.central.detection.internal;

import static dev.breakwater.central.detection.internal.TriageFixture.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.detection.DryRunReport;
import dev.breakwater.central.detection.DryRuns;
import dev.breakwater.central.detection.DryRuns.Progress;
import dev.breakwater.central.detection.Selection;
import dev.breakwater.central.detection.Triage;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.policy.Exclusions;
import dev.breakwater.central.policy.NewExclusion;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.policy.PolicyEdits;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.central.testing.ClusterObjects;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.PolicyRejected;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a dry run says is what then happens. */
class DryRunIT {

    private static final int EDITS = 100;
    private static final UUID OTHER = new UUID(0, 2);

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    private static TriageFixture violations;
    private static DryRuns runs;

    /** By state, the workloads of a policy's violations. */
    private record Kept(Map<String, Set<UUID>> byState) {

        Set<UUID> in(String state) {
            return byState.getOrDefault(state, Set.of());
        }
    }

    @BeforeAll
    static void fill() {
        violations = new TriageFixture(central);
        runs = central.bean(DryRuns.class);
        central.synced();
        List<ClusterObject> objects = new ArrayList<>();
        for (String namespace : List.of("shop", "pay", "kube-system", "stage")) {
            objects.add(ClusterObjects.namespace(
                    namespace,
                    namespace.equals("stage") ? Map.of() : Map.of("env", "prod", "sensitivity", "internal")));
            objects.add(ClusterObjects.account(namespace, "default"));
            for (int i = 0; i < 12; i++) {
                WorkloadSpec spec = ClusterObjects.deployment(
                        new ObjectMeta(
                                namespace,
                                (i % 2 == 0 ? "shop-" : "pay-") + i,
                                "",
                                Map.of("tier", "" + i % 3),
                                Map.of(),
                                null),
                        "registry.example/" + (i % 4 == 0 ? "a:latest" : "b:" + i),
                        i % 5 == 0,
                        i % 3 == 0 ? "default" : "robot");
                objects.add(spec);
                objects.add(ClusterObjects.pod(spec, "pod-" + i, null));
            }
        }
        objects.add(ClusterObjects.loadBalancer("shop", "front", "shop-0"));
        objects.add(ClusterObjects.denyAll("pay"));
        objects.add(ClusterObjects.clusterAdmin());
        objects.add(ClusterObjects.bind(
                "too-much", "cluster-admin", new RoleBinding.Subject("ServiceAccount", "shop", "robot")));
        central.send(objects);
        // One cluster that has not been read completely: judged as any other.
        central.addCluster(OTHER, "c2");
        violations.drain();
    }

    @Test
    void saysWhatAHundredEditsThenDo() {
        RandomEdits edits = new RandomEdits(20_261_127);
        List<UUID> own = new ArrayList<>();
        int moved = 0;
        for (int i = 0; i < EDITS; i++) {
            Instant now = central.clock().instant();
            Policy draft = draft(edits, own, i, now);
            decide(edits, draft, now);
            Kept before = kept(draft.id());

            DryRunReport report = runs.run(draft, ALL, Progress.UNWATCHED);
            assertThat(kept(draft.id())).isEqualTo(before);
            save(draft, own);
            violations.drain();

            Kept after = kept(draft.id());
            String edit = "edit " + i + " of " + draft;
            assertThat(workloads(report.opening())).as(edit).isEqualTo(minus(after.in("OPEN"), before.in("OPEN")));
            assertThat(workloads(report.closing())).as(edit).isEqualTo(minus(before.in("OPEN"), after.in("OPEN")));
            assertThat(report.opens()).isEqualTo(report.opening().size());
            assertThat(report.closes()).isEqualTo(report.closing().size());
            assertThat(report.stays()).as(edit).isEqualTo(after.in("OPEN").size() - report.opens());
            assertThat(report.excluded())
                    .as(edit)
                    .isEqualTo(after.in("EXCLUDED").size());
            assertThat(report.accepted())
                    .as(edit)
                    .isEqualTo(after.in("ACCEPTED").size());
            assertThat(workloads(report.unclear())).as(edit).isEqualTo(unclear(draft.id()));
            assertThat(report.unknown()).isEqualTo(report.unclear().size());
            assertThat(report.workloads()).isEqualTo(48);
            assertThat(report.due()).isZero();
            moved += report.opens() + report.closes();
            central.clock().advance(Duration.ofMinutes(7));
            violations.drain();
        }
        // The edits were not all for nothing.
        assertThat(moved).isGreaterThan(500);
    }

    private Policy draft(RandomEdits edits, List<UUID> own, int number, Instant now) {
        if (edits.chance(25)) {
            List<StoredPolicy> builtIn = central.bean(Policies.class).list().stream()
                    .filter(StoredPolicy::builtIn)
                    .toList();
            return edits.adjusted(edits.one(builtIn).policy(), now);
        }
        boolean fresh = own.size() < 8 || edits.chance(15);
        UUID id = fresh ? new UUID(7, number) : edits.one(own);
        if (!fresh && edits.chance(40)) {
            return edits.adjusted(central.bean(Policies.class).get(id).policy(), now);
        }
        return edits.own(id, "Drawn " + id, now);
    }

    /** What people decide meanwhile must not disturb the answer. */
    private void decide(RandomEdits edits, Policy draft, Instant now) {
        if (kept(draft.id()).in("OPEN").isEmpty()) {
            return;
        }
        if (edits.chance(25)) {
            central.bean(Triage.class)
                    .accept(
                            Selection.matching("policy:" + draft.id() + " namespace:shop"),
                            "known",
                            now.plus(Duration.ofDays(1)),
                            false,
                            ALL);
        }
        if (edits.chance(20)) {
            Scope stage = new Scope("", "\"stage\"", "", List.of(), List.of());
            central.bean(Exclusions.class).create(new NewExclusion(draft.id(), stage, "not here", null), ALL);
        }
        violations.drain();
    }

    private void save(Policy draft, List<UUID> own) {
        PolicyEdits policies = central.bean(PolicyEdits.class);
        StoredPolicy before = central.bean(Policies.class).list().stream()
                .filter(stored -> stored.policy().id().equals(draft.id()))
                .findFirst()
                .orElse(null);
        if (before == null) {
            own.add(policies.create(draft).policy().id());
        } else {
            policies.replace(draft.id(), before.version(), draft, "drawn");
        }
    }

    private static Kept kept(UUID policy) {
        return new Kept(central
                .jdbc()
                .sql("select state, workload_id from violations where policy_id = ?")
                .param(policy)
                .query((row, number) -> Map.entry(row.getString(1), row.getObject(2, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet()))));
    }

    private static Set<UUID> unclear(UUID policy) {
        return Set.copyOf(central.jdbc()
                .sql("select workload_id from judgements where ? = any(unknown_policies)")
                .param(policy)
                .query(UUID.class)
                .list());
    }

    private static Set<UUID> workloads(List<DryRunReport.Item> items) {
        return items.stream().map(DryRunReport.Item::workloadId).collect(Collectors.toSet());
    }

    private static Set<UUID> minus(Set<UUID> all, Set<UUID> others) {
        return all.stream().filter(id -> !others.contains(id)).collect(Collectors.toSet());
    }

    @Test
    void seesWhatTheReaderMaySee() {
        Policy any =
                new RandomEdits(1).own(new UUID(8, 1), "Any", central.clock().instant());

        assertThat(runs.run(any, AccessScope.ofNamespace(JudgingCentral.CLUSTER, "pay"), Progress.UNWATCHED)
                        .workloads())
                .isEqualTo(12);
    }

    @Test
    void stopsWhenNobodyWantsIt() {
        Policy any =
                new RandomEdits(1).own(new UUID(8, 1), "Any", central.clock().instant());
        Progress nobody = new Progress() {
            @Override
            public void judged(int workloads, int all) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> runs.run(any, ALL, nobody)).isInstanceOf(CancellationException.class);
        // What was taken is given back.
        for (int i = 0; i < 3; i++) {
            assertThat(runs.run(any, ALL, Progress.UNWATCHED).workloads()).isEqualTo(48);
        }
    }

    @Test
    void refusesWhatCouldNotBeSaved() {
        Policy wrong = new RandomEdits(1)
                .own(new UUID(8, 1), "x".repeat(201), central.clock().instant());

        assertThatThrownBy(() -> runs.run(wrong, ALL, Progress.UNWATCHED)).isInstanceOf(PolicyRejected.class);
    }
}
