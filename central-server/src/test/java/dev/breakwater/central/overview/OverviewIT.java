package dev.breakwater.central.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.detection.BySeverity;
import dev.breakwater.central.detection.Violations;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.risk.RiskyWorkload;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The figures of the overview are those of the lists behind them, whatever the place and the reader. */
@CentralApplication
class OverviewIT {

    @Autowired
    SmallFleet fleet;

    @Autowired
    Overview overview;

    @Autowired
    Violations violations;

    @Autowired
    Workloads workloads;

    @Autowired
    Api api;

    @BeforeEach
    void fillFleet() {
        fleet.present();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cluster:reef-east",
                "cluster:reef-*,nowhere namespace:fleet-p*",
                "!namespace:fleet-pay platform:no",
                "namespace:nowhere"
            })
    void agreesWithTheLists(String q) {
        for (AccessScope scope : List.of(AccessScope.EVERYTHING, fleet.oneNamespace())) {
            Board board = overview.board(PlaceFilter.parse(q), 30, scope);

            assertThat(board.open())
                    .isEqualTo(new BySeverity(
                            open(q, "critical", scope),
                            open(q, "high", scope),
                            open(q, "medium", scope),
                            open(q, "low", scope)));
            assertThat(board.workloads().total()).isEqualTo(workloads.count(q, scope));
            assertThat(board.workloads().unknown()).isEqualTo(workloads.count(q + " unknown:yes", scope));
            assertThat(board.workloads().exposedCritical())
                    .isEqualTo(workloads.count(q + " critical:>0 exposure:external,route,node,host", scope));
            for (Board.Share owner : board.owners()) {
                assertThat(owner.open().total())
                        .isEqualTo(violations.count(q + " state:open owner:\"" + owner.name() + '"', scope));
            }
            for (Board.Share category : board.categories()) {
                assertThat(category.open().total())
                        .as(category.name())
                        .isEqualTo(violations.count(q + " state:open category:\"" + category.name() + '"', scope));
            }
            assertThat(board.riskiest())
                    .extracting(RiskyWorkload::score)
                    .containsExactlyElementsOf(
                            workloads.list(new ListRequest(q, "-risk", Overview.RISKIEST, null), scope).items().stream()
                                    .map(WorkloadRow::riskScore)
                                    .toList());
        }
    }

    @Test
    void tellsAReaderOfOneNamespaceNothingOfClusters() {
        Board board = overview.board(PlaceFilter.EVERYWHERE, 30, fleet.oneNamespace());

        assertThat(board.clusters()).isEmpty();
        assertThat(board.sight().kinds()).isZero();
        assertThat(board.workloads().total()).isEqualTo(SmallFleet.WORKLOADS);
    }

    @Test
    void isServedOverRestAndRefusesWhatItDoesNotKnow() {
        Api.Answer answer = api.get("/api/v1/overview?days=30&q=" + Api.encoded("cluster:reef-east"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("workloads").get("total").asLong())
                .isEqualTo(workloads.count("cluster:reef-east", AccessScope.EVERYTHING));
        assertThat(api.get("/api/v1/trends/violations?days=7").status()).isEqualTo(200);
        assertThat(api.get("/api/v1/overview?q=" + Api.encoded("severity:high")).status())
                .isEqualTo(400);
        assertThat(api.get("/api/v1/trends/violations?days=0").body()).contains("days");
    }

    private int open(String q, String severity, AccessScope scope) {
        return violations.count(q + " state:open severity:" + severity, scope);
    }
}
