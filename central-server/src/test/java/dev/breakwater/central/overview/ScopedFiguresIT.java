package dev.breakwater.central.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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
