package dev.breakwater.central.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.fleet.TestSensor;
import dev.breakwater.central.fleet.TestStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CrashIT {

    private static final int CRASHES = 100;
    private static final String CLUSTER = "crashing";

    @RegisterExtension
    static final LinkedCentral central = new LinkedCentral();

    private final ChangingCluster cluster = new ChangingCluster(CLUSTER, 20261124);

    @Test
    void losesAndDoublesNothingOverAHundredCrashesBetweenStoreAndAcknowledgement() {
        try (TestSensor sensor = central.enrolled(CLUSTER)) {
            int crashes = 0;
            while (crashes < CRASHES) {
                cluster.change();
                // The commit itself is what most of them are about; now and then one comes just before it.
                boolean stored = cluster.between(0, 5) > 0;
                boolean crashed = crashWhileSending(
                        sensor, stored ? CrashPoint.Instant.AFTER_COMMIT : CrashPoint.Instant.BEFORE_COMMIT);
                crashes += stored && crashed ? 1 : 0;
            }
            TestStream last = sensor.connect();
            cluster.differences(last.open("instance")).forEach(part -> last.batch(part.upserts(), part.removals()));
            last.awaitAcknowledged(last.synced(cluster.fingerprints().size()));
            last.complete();
        }
        assertThat(stored()).isEqualTo(cluster.fingerprints());
        assertThat(count("workloads")).isEqualTo(cluster.fingerprints().size());
        assertThat(openOf("Privileged container")).isEqualTo(cluster.privileged());
        assertThat(histories("violation_history", "violation_id")).isNotEmpty().allSatisfy((violation, changes) -> {
            assertThat(changes).startsWith("OPENED").containsOnlyOnce("OPENED");
            List<String> turns =
                    changes.stream().filter(c -> !c.equals("CHANGED")).toList();
            for (int i = 1; i < turns.size(); i++) {
                assertThat(turns.get(i)).as("%s of %s", i, turns).isEqualTo(i % 2 == 1 ? "CLOSED" : "REOPENED");
            }
            assertThat(stateOf(violation)).isEqualTo(turns.size() % 2 == 1 ? "OPEN" : "RESOLVED");
        });
        assertThat(histories("workload_history", "workload_id")).allSatisfy((workload, changes) -> {
            List<String> turns = changes.stream()
                    .filter(c -> c.equals("FIRST_SEEN") || c.equals("DELETED"))
                    .toList();
            for (int i = 0; i < turns.size(); i++) {
                assertThat(turns.get(i)).as("%s of %s", i, turns).isEqualTo(i % 2 == 0 ? "FIRST_SEEN" : "DELETED");
            }
        });
    }

    /** Sends what differs and loses the stream on the way; false = nothing differed. */
    private boolean crashWhileSending(TestSensor sensor, CrashPoint.Instant instant) {
        TestStream stream = sensor.connect();
        List<ChangingCluster.Difference> parts = cluster.differences(stream.open("instance"));
        if (parts.isEmpty()) {
            stream.complete();
            return false;
        }
        central.crashPoint().crashAt(instant, cluster.between(0, parts.size()), sensor::cut);
        parts.forEach(part -> stream.batch(part.upserts(), part.removals()));
        stream.awaitEnd();
        assertThat(central.crashPoint().hasCrashed()).isTrue();
        sensor.restoreNetwork();
        return true;
    }

    private static Map<UUID, String> stored() {
        Map<UUID, String> stored = new HashMap<>();
        central.jdbc()
                .sql("select id, encode(fingerprint, 'hex') as fingerprint from cluster_objects where cluster_id = ?")
                .param(central.idOf(CLUSTER))
                .query(row -> {
                    stored.put(row.getObject("id", UUID.class), row.getString("fingerprint"));
                });
        return stored;
    }

    private static long count(String table) {
        return central.jdbc()
                .sql("select count(*) from " + table + " where cluster_id = ?")
                .param(central.idOf(CLUSTER))
                .query(Long.class)
                .single();
    }

    private static List<String> openOf(String policy) {
        return central.jdbc()
                .sql("select workload_name from violations where cluster_id = ? and policy_name = ? and state = 'OPEN'"
                        + " order by workload_name")
                .param(central.idOf(CLUSTER))
                .param(policy)
                .query(String.class)
                .list();
    }

    private static String stateOf(UUID violation) {
        return central.jdbc()
                .sql("select state from violations where id = ?")
                .param(violation)
                .query(String.class)
                .single();
    }

    private static Map<UUID, List<String>> histories(String table, String object) {
        Map<UUID, List<String>> histories = new HashMap<>();
        central.jdbc()
                .sql("select " + object + " as object, change from " + table + " where cluster_id = ? order by id")
                .param(central.idOf(CLUSTER))
                .query(row -> {
                    histories
                            .computeIfAbsent(row.getObject("object", UUID.class), id -> new ArrayList<>())
                            .add(row.getString("change"));
                });
        return histories;
    }
}
