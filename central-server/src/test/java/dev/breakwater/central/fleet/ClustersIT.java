package dev.breakwater.central.fleet;

import static dev.breakwater.central.fleet.LinkIT.namespace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.fleet.ClusterHealth.Word;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.testing.CentralDatabase;
import io.grpc.Status;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClustersIT {

    @RegisterExtension
    static final CentralDatabase database = CentralDatabase.fresh();

    private static RunningFleet central;
    private static Clusters clusters;

    @BeforeAll
    static void start() {
        central = RunningFleet.start(database);
        clusters = central.clusters();
    }

    @AfterAll
    static void stop() {
        central.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "A", "a_b", "a b", "a.b", "ä", "a\n", "$(reboot)"})
    void refusesNamesThatAreNoLabels(String name) {
        assertThatThrownBy(() -> clusters.create(name, ""))
                .isInstanceOfSatisfying(
                        InvalidRequest.class, e -> assertThat(e.field()).isEqualTo("name"));
    }

    @Test
    void takesLabelsOfUpTo63Characters() {
        assertThat(clusters.create("a".repeat(63), "production").name()).hasSize(63);
        assertThatThrownBy(() -> clusters.create("a".repeat(64), "")).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void refusesANameThatIsTaken() {
        clusters.create("taken", "");
        assertThatThrownBy(() -> clusters.create("taken", ""))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("taken");
    }

    @Test
    void recordsWhoCreatedAClusterButNotItsToken() {
        NewCluster made = clusters.create("recorded", "test");
        assertThat(database.jdbc()
                        .sql(
                                "select actor || ' ' || action || ' ' || object_name from audit_log where object_id = :id order by id")
                        .param("id", made.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("tester created recorded", "tester created token recorded");
    }

    @Test
    void saysThatAClusterNeverConnected() {
        clusters.create("unborn", "");
        ClusterView view = clusters.get("unborn", AccessScope.EVERYTHING);
        assertThat(view.cluster().health())
                .isEqualTo(new ClusterHealth(Word.NEVER_CONNECTED, "no sensor has enrolled yet"));
        assertThat(view.tokens()).extracting(ClusterView.Token::state).containsExactly("OPEN");
        assertThat(view.kinds()).allMatch(kind -> kind.sight().equals("UNKNOWN"));
    }

    @Test
    void listsPageByPageWithinTheScope() {
        UUID one = clusters.create("page-1", "lab").id();
        UUID two = clusters.create("page-2", "lab").id();
        clusters.create("page-3", "lab");
        Page<ClusterRow> first =
                clusters.list(new ListRequest("environment:lab", "-name", 2, null), AccessScope.EVERYTHING);
        assertThat(first.items()).extracting(ClusterRow::name).containsExactly("page-3", "page-2");
        assertThat(clusters.list(
                                new ListRequest("environment:lab", "-name", 2, first.nextPageToken()),
                                AccessScope.EVERYTHING)
                        .items())
                .extracting(ClusterRow::name)
                .containsExactly("page-1");

        AccessScope narrow = new AccessScope(false, Set.of(two), Set.of());
        assertThat(clusters.list(ListRequest.first("environment:lab"), narrow).items())
                .extracting(ClusterRow::id)
                .containsExactly(two);
        assertThat(clusters.get(two.toString(), narrow).cluster().name()).isEqualTo("page-2");
        assertThatThrownBy(() -> clusters.get(one.toString(), narrow)).isInstanceOf(NotFound.class);
    }

    @Test
    void removesAClusterWithAllThatItHad() {
        try (TestSensor sensor = central.enrolled("removed");
                TestSensor neighbour = central.enrolled("kept")) {
            UUID id = clusters.get("removed", AccessScope.EVERYTHING).cluster().id();
            TestStream stream = sensor.connect();
            stream.open("instance");
            stream.awaitAcknowledged(stream.batch("removed", namespace("shop"), namespace("bank")));
            TestStream other = neighbour.connect();
            other.open("instance");
            other.awaitAcknowledged(other.batch("kept", namespace("shop")));

            assertThatThrownBy(() -> clusters.remove(id, "kept")).isInstanceOf(InvalidRequest.class);
            clusters.remove(id, "removed");

            assertThat(stream.awaitEnd().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
            assertThat(tablesThatKnow(id)).isEmpty();
            assertThatThrownBy(() -> clusters.get("removed", AccessScope.EVERYTHING))
                    .isInstanceOf(NotFound.class);
            assertThat(clusters.create("removed", "").id()).isNotEqualTo(id);
            other.awaitAcknowledged(other.batch("kept", namespace("bank")));
        }
    }

    private static List<String> tablesThatKnow(UUID id) {
        return database
                .jdbc()
                .sql(
                        "select table_name from information_schema.columns where column_name = 'cluster_id' and table_schema = 'public'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> database.jdbc()
                                .sql("select count(*) from " + table + " where cluster_id = :id")
                                .param("id", id)
                                .query(Long.class)
                                .single()
                        > 0)
                .toList();
    }
}
