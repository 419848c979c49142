package dev.breakwater.central.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.breakwater.central.inventory.Inventory;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The figures that are not lists show no more than a scope allows, either. */
@CentralApplication
class ScopedFiguresIT {

    @Autowired
    SmallFleet fleet;

    @Autowired
    Summary summary;

    @Autowired
    Coverage coverage;

    @Autowired
    Workloads workloads;

    @Autowired
    UnjudgedPolicies unjudged;

    @Autowired
    Inventory inventory;

    @Autowired
    JdbcClient jdbc;

    private AccessScope one = AccessScope.EVERYTHING;

    @BeforeEach
    void fillFleet() {
        one = fleet.present().oneNamespace();
    }

    @Test
    void summaryAddsUpWhatIsInScope() {
        Summary.Figures figures = summary.figures(one);
        List<WorkloadRow> visible = visible(one);
        assertThat(figures.workloads()).isEqualTo(visible.size()).isEqualTo(9);
        assertThat(figures.namespaces()).isEqualTo(1);
        assertThat(figures.secrets()).isEqualTo(3);
        assertThat(figures.clusters()).isZero();
        assertThat(figures.nodes()).isZero();
        assertThat(figures.images())
                .isEqualTo(visible.stream()
                        .flatMap(row -> row.images().stream())
                        .distinct()
                        .count());
        assertThat(figures.unknownVerdicts())
                .isPositive()
                .isEqualTo(
                        visible.stream().mapToInt(WorkloadRow::unknownPolicies).sum());
        assertThat(figures.violations())
                .isEqualTo(new Summary.Severities(
                        sum(visible, WorkloadRow::critical),
                        sum(visible, WorkloadRow::high),
                        sum(visible, WorkloadRow::medium),
                        sum(visible, WorkloadRow::low)));
        assertThat(figures.riskiest()).hasSize(9).containsExactlyInAnyOrderElementsOf(visible);
        assertThat(figures.clusterRisk()).hasSize(1);
        assertThat(figures.namespaceRisk()).singleElement().satisfies(sum -> {
            assertThat(sum.namespace()).isEqualTo(SmallFleet.NAMESPACES.getFirst());
            assertThat(sum.workloads()).isEqualTo(9);
        });
    }

    @Test
    void coverageTellsOfNoOtherPlaces() {
        Coverage.Report report = coverage.report(one);
        assertThat(report.kinds()).isEmpty();
        assertThat(report.problems()).isEmpty();
        assertThat(report.workloads().total()).isEqualTo(9);
        assertThat(report.workloads().judged() + report.workloads().pending()).isEqualTo(9);
        assertThat(report.unknownVerdicts())
                .isNotEmpty()
                .allSatisfy(unknown -> assertThat(unknown.workloads()).isBetween(1L, 9L));
    }

    @Test
    void theWorkloadsOfAnUnjudgedPolicyAreThoseThatCoverageCounts() {
        for (AccessScope scope : List.of(one, AccessScope.EVERYTHING)) {
            for (Coverage.UnknownVerdicts unknown : coverage.report(scope).unknownVerdicts()) {
                for (String value :
                        List.of('"' + unknown.policy() + '"', unknown.policyId().toString())) {
                    List<WorkloadRow> rows = workloads
                            .list(new ListRequest("unjudged:" + value, "", 500, null), scope)
                            .items();
                    assertThat(rows)
                            .as(value)
                            .hasSize((int) unknown.workloads())
                            .allSatisfy(row -> assertThat(unjudged.of(row.id(), scope))
                                    .filteredOn(policy -> policy.policyId().equals(unknown.policyId()))
                                    .singleElement()
                                    .satisfies(policy ->
                                            assertThat(policy.missing()).isNotEmpty()));
                }
            }
        }
    }

    @Test
    void aWorkloadNamesAsManyUnjudgedPoliciesAsItsRowCounts() {
        for (WorkloadRow row : visible(one)) {
            assertThat(unjudged.of(row.id(), one)).as(row.name()).hasSize(row.unknownPolicies());
        }
        UUID elsewhere = visible(AccessScope.EVERYTHING).stream()
                .filter(row -> !visible(one).contains(row))
                .findFirst()
                .orElseThrow()
                .id();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> unjudged.of(elsewhere, one));
    }

    @Test
    void aClusterThatNobodyEverReadIsNeverSeenAndItsPodsAreNotCounted() {
        String cluster = "reef-unread-" + UUID.randomUUID();
        jdbc.sql("insert into clusters (id, name, created_at, created_by) values (?, ?, now(), 'test')")
                .params(UUID.randomUUID(), cluster)
                .update();
        assertThat(coverage.report(AccessScope.EVERYTHING).neverSeen())
                .extracting(Coverage.NeverSeen::cluster)
                .contains(cluster)
                .doesNotContainAnyElementsOf(SmallFleet.CLUSTERS);
        assertThat(coverage.report(one).neverSeen()).isEmpty();
        jdbc.sql("delete from clusters where name = ?").param(cluster).update();
    }

    @Test
    @Transactional
    void placesAreAllClustersAndEveryNamespaceThatHoldsSomething() {
        jdbc.sql("delete from namespaces").update();
        jdbc.sql("insert into clusters (id, name, created_at, created_by) values (?, 'reef-new', now(), 'test')")
                .param(UUID.randomUUID())
                .update();
        assertThat(inventory.places(AccessScope.EVERYTHING).clusters())
                .contains("reef-new")
                .containsAll(SmallFleet.CLUSTERS);
        assertThat(inventory.places(AccessScope.EVERYTHING).namespaces()).containsAll(SmallFleet.NAMESPACES);
        assertThat(inventory.places(one).clusters()).containsExactly(SmallFleet.CLUSTERS.getFirst());
        assertThat(inventory.places(one).namespaces()).containsExactly(SmallFleet.NAMESPACES.getFirst());
    }

    @Test
    @Transactional
    void podsOutOfSightAreNotCountedAsNoneRunning() {
        assertThat(visible(one)).allSatisfy(row -> assertThat(row.runningPods()).isNotNull());
        jdbc.sql("update cluster_coverage set sight = 'OUT_OF_SIGHT' where kind = 'POD'")
                .update();
        assertThat(visible(one)).allSatisfy(row -> assertThat(row.runningPods()).isNull());
    }

    @Test
    void ranksCountOnlyWhatIsInScope() {
        for (AccessScope scope : List.of(one, AccessScope.EVERYTHING)) {
            List<WorkloadRow> rows = visible(scope);
            for (WorkloadRow row : rows) {
                Double score = row.riskScore();
                Long rank = score == null
                        ? null
                        : 1
                                + rows.stream()
                                        .filter(other -> other.riskScore() != null && other.riskScore() > score)
                                        .count();
                assertThat(row.riskRank()).as(row.name()).isEqualTo(rank);
            }
        }
    }

    private static long sum(List<WorkloadRow> rows, ToIntFunction<WorkloadRow> of) {
        return rows.stream().mapToInt(of).sum();
    }

    private List<WorkloadRow> visible(AccessScope scope) {
        return workloads.list(new ListRequest("", "", 500, null), scope).items();
    }
}
