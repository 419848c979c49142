package dev.breakwater.central.detection.internal;

import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static dev.breakwater.central.testing.ClusterObjects.loadBalancer;
import static dev.breakwater.central.testing.ClusterObjects.namespace;
import static dev.breakwater.central.testing.ClusterObjects.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.central.detection.Violations;
import dev.breakwater.central.images.ImageFacts;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.assembly.Surroundings;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TimeAndTrustIT {

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet(context -> context.registerBean(
            "workloadAssembly",
            WorkloadAssembly.class,
            BrittleAssembly::new,
            definition -> definition.setPrimary(true)));

    /** The real assembly, but for one workload that it cannot bear. */
    static class BrittleAssembly extends WorkloadAssembly {

        @Override
        Workload assemble(WorkloadSpec spec, Surroundings around) {
            if (spec.meta().name().equals("poison")) {
                throw new IllegalStateException("poison");
            }
            return super.assemble(spec, around);
        }
    }

    @Test
    void clockMovedBy91DaysOpensTheImageAgeViolation() {
        WorkloadSpec spec = deployment("time", "old", "registry.example.com/old:1", false);
        central.send(spec);
        assertThat(open(spec)).doesNotContain("Image older than 90 days");

        UUID image = central.jdbc()
                .sql("select image_id from workload_images where workload_id = ?")
                .param(JudgingCentral.idOf(spec))
                .query(UUID.class)
                .single();
        central.bean(ImageFacts.class)
                .record(image, new ImageFacts.Told(central.clock().instant(), "1000", Map.of(), "pipeline"));
        drain();
        assertThat(open(spec)).doesNotContain("Image older than 90 days");

        central.clock().advance(Duration.ofDays(91));
        drain();
        assertThat(open(spec)).contains("Image older than 90 days");
        assertThat(history(spec, "Image older than 90 days"))
                .singleElement()
                .asString()
                .contains("time passed");
    }

    @Test
    void poisonWorkloadIsUnknownAndTheOthersAreJudged() {
        WorkloadSpec poison = deployment("poison", "poison", "registry.example.com/p:1", true);
        WorkloadSpec healthy = deployment("poison", "healthy", "registry.example.com/h:1", true);
        central.send(poison, healthy);

        assertThat(open(healthy)).contains("Privileged container");
        assertThat(open(poison)).isEmpty();
        assertThat(central.jdbc()
                        .sql(
                                "select error_id is not null and exposure = 'UNKNOWN' from judgements where workload_id = ?")
                        .param(JudgingCentral.idOf(poison))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void verdictsAreProvisionalUntilTheClusterWasReadCompletely() {
        WorkloadSpec before = deployment("trust", "before", "registry.example.com/a:1", true);
        central.send(before);
        assertThat(provisional(before)).containsOnly(true);

        central.synced();
        assertThat(provisional(before)).containsOnly(false);

        WorkloadSpec after = deployment("trust", "after", "registry.example.com/a:1", true);
        central.send(after);
        assertThat(provisional(after)).containsOnly(false);
    }

    @Test
    void violationThatCannotBeJudgedAnyMoreStaysOpen() {
        WorkloadSpec spec = deployment("trust", "blind", "registry.example.com/blind:1", false);
        central.send(loadBalancer("trust", "blind", "blind"));
        central.send(spec);
        assertThat(open(spec)).contains("Reachable from outside without a network policy");

        central.jdbc()
                .sql("update cluster_coverage set sight = 'FORBIDDEN' where kind = 'NETWORK_POLICY'")
                .update();
        central.send(deployment("trust", "blind", "registry.example.com/blind:2", false));
        central.jdbc()
                .sql("update cluster_coverage set sight = 'SEEN' where kind = 'NETWORK_POLICY'")
                .update();

        assertThat(open(spec)).contains("Reachable from outside without a network policy");
        assertThat(history(spec, "Reachable from outside without a network policy"))
                .last()
                .asString()
                .contains("can no longer be judged")
                .contains("does not see network policies");
        assertThat(central.jdbc()
                        .sql("select cardinality(unknown_policies) from judgements where workload_id = ?")
                        .param(JudgingCentral.idOf(spec))
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void unchangedObjectsWriteNothing() {
        List<ClusterObject> objects = new ArrayList<>();
        objects.add(namespace("same", Map.of("a", "b")));
        for (int i = 0; i < 1000; i++) {
            WorkloadSpec spec = deployment("same", "w" + i, "registry.example.com/w" + i + ":1", i % 3 == 0);
            objects.add(spec);
            objects.add(pod(spec, "w" + i + "-1", null));
        }
        central.send(objects);
        List<String> before = writes();
        central.send(objects);

        assertThat(writes()).isEqualTo(before);
    }

    /** The newest writer of each table. */
    private static List<String> writes() {
        List<String> tables = central.jdbc()
                .sql("select tablename from pg_tables where schemaname = 'public' order by tablename")
                .query(String.class)
                .list();
        return tables.stream()
                .map(table -> table + " "
                        + central.jdbc()
                                .sql(
                                        "select count(*) || ' rows, ' || coalesce(max(xmin::text::bigint), 0) || ', locked by '"
                                                + " || coalesce(max(xmax::text::bigint), 0) from " + table)
                                .query(String.class)
                                .single())
                .toList();
    }

    private static void drain() {
        DueJudgement due = central.bean(DueJudgement.class);
        while (due.judgeSome(100) > 0) {
            // until nothing is due
        }
    }

    private static List<String> open(WorkloadSpec spec) {
        return list("select policy_name from violations where workload_id = ? and state = 'OPEN'", spec, String.class);
    }

    private static List<Boolean> provisional(WorkloadSpec spec) {
        ListRequest request = ListRequest.first("workload:" + JudgingCentral.idOf(spec));
        return central.bean(Violations.class).list(request, AccessScope.EVERYTHING).items().stream()
                .map(ViolationRow::provisional)
                .toList();
    }

    private static <T> List<T> list(String sql, WorkloadSpec spec, Class<T> type) {
        return central.jdbc()
                .sql(sql)
                .param(JudgingCentral.idOf(spec))
                .query(type)
                .list();
    }

    private static List<String> history(WorkloadSpec spec, String policy) {
        return central.jdbc()
                .sql(
                        "select h.change || ': ' || h.cause from violation_history h join violations v on v.id = h.violation_id"
                                + " where v.workload_id = ? and v.policy_name = ? order by h.id")
                .param(JudgingCentral.idOf(spec))
                .param(policy)
                .query(String.class)
                .list();
    }
}
