package dev.breakwater.central.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.fleet.TestSensor;
import dev.breakwater.central.fleet.TestStream;
import dev.breakwater.central.testing.ClusterObjects;
import dev.breakwater.contracts.v1.ObjectUpsert;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnchangedResyncIT {

    private static final int OBJECTS = 2_000;
    private static final int BATCH = 250;
    private static final String CLUSTER = "unchanged";

    @RegisterExtension
    static final LinkedCentral central = new LinkedCentral();

    private static final List<ObjectUpsert> WORKLOADS = IntStream.range(0, OBJECTS)
            .mapToObj(i -> ClusterObjects.deployment(
                    "n" + i % 20, "d" + i, "registry.example.com/app" + i % 50 + ":1.0", i % 10 == 0))
            .map(spec -> TestStream.upsert(CLUSTER, spec))
            .toList();

    @Test
    void writesNoRowWhetherASensorComparesOrSendsEverythingAgain() {
        try (TestSensor sensor = central.enrolled(CLUSTER)) {
            TestStream first = sensor.connect();
            assertThat(first.open("instance")).isEmpty();
            sendEverything(first);
            first.complete();
            Map<String, String> written = rows();
            assertThat(written.get("workloads")).startsWith(OBJECTS + " ");

            TestStream comparing = sensor.connect();
            assertThat(comparing.open("instance")).hasSize(OBJECTS);
            comparing.awaitAcknowledged(comparing.synced(OBJECTS));
            comparing.complete();
            assertThat(rows()).isEqualTo(written);

            TestStream forgetful = sensor.connect();
            forgetful.open("instance");
            sendEverything(forgetful);
            forgetful.complete();
            assertThat(rows()).isEqualTo(written);
        }
    }

    private static void sendEverything(TestStream stream) {
        for (int from = 0; from < OBJECTS; from += BATCH) {
            stream.awaitAcknowledged(stream.batch(WORKLOADS.subList(from, from + BATCH), List.of()));
        }
        stream.awaitAcknowledged(stream.synced(OBJECTS));
    }

    /**
     * The number of rows of each table and a digest over the place and the writing transaction of each: any row that is
     * inserted, updated, even with what it held, or deleted makes it another. Only the cluster's own row, which says when
     * it was read last, may change.
     */
    private static Map<String, String> rows() {
        Map<String, String> rows = new TreeMap<>();
        for (String table : central.jdbc()
                .sql(
                        "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"
                                + " and table_name <> 'clusters'")
                .query(String.class)
                .list()) {
            rows.put(
                    table,
                    central.jdbc()
                            .sql(
                                    "select count(*) || ' ' || coalesce(md5(string_agg(ctid || '/' || xmin, ',' order by ctid)), '') from "
                                            + table)
                            .query(String.class)
                            .single());
        }
        return rows;
    }
}
