package dev.breakwater.central.fleet;

import static dev.breakwater.central.fleet.LinkIT.namespace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.fleet.ClusterHealth.Word;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.testing.CentralDatabase;
import dev.breakwater.contracts.v1.CentralMessage.MessageCase;
import dev.breakwater.contracts.v1.Heartbeat;
import dev.breakwater.contracts.v1.KindCoverage;
import dev.breakwater.contracts.v1.Postpone;
import dev.breakwater.contracts.v1.SensorMessage;
import dev.breakwater.contracts.v1.Sight;
import dev.breakwater.contracts.v1.SourceProblem;
import dev.breakwater.contracts.v1.SourceReport;
import io.grpc.Status;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResyncIT {

    @RegisterExtension
    static final CentralDatabase database = CentralDatabase.fresh();

    private static RunningFleet central;

    @BeforeAll
    static void start() {
        central = new RunningFleet(database, Map.of("breakwater.link.max-resyncs", "1"));
    }

    @AfterAll
    static void stop() {
        central.close();
    }

    @Test
    void readsNoMoreClustersAtATimeThanItIsAllowed() {
        try (TestSensor first = central.enrolled("admitted");
                TestSensor second = central.enrolled("postponed")) {
            TestStream reading = first.connect();
            reading.open("instance-1");

            TestStream waiting = second.connect().hello("instance-2");
            Postpone postpone = waiting.next(MessageCase.POSTPONE).getPostpone();
            assertThat(postpone.getRetryAfterMillis()).isBetween(2_000L, 122_000L);
            assertThat(waiting.awaitEnd().getCode()).isEqualTo(Status.Code.OK);

            reading.awaitAcknowledged(reading.synced(0));
            second.connect().open("instance-2");
            second.cut();
        }
    }

    @Test
    void letsAnInstanceReplaceItsOwnLostStreamButNoOtherLivingOne() {
        try (TestSensor sensor = central.enrolled("doubled")) {
            TestStream first = sensor.connect();
            first.open("instance-1");
            first.awaitAcknowledged(first.synced(0));

            TestStream again = sensor.connect();
            again.open("instance-1");
            assertThat(first.awaitEnd().getCode()).isEqualTo(Status.Code.ABORTED);
            again.awaitAcknowledged(again.synced(0));

            TestStream rival = sensor.connect().hello("instance-2");
            assertThat(rival.next(MessageCase.POSTPONE).getPostpone().getReason())
                    .isEqualTo("another sensor of this cluster is connected");
            again.awaitAcknowledged(again.batch("doubled", namespace("shop")));

            again.complete();
            sensor.connect().open("instance-2");
            sensor.cut();
        }
    }

    @Test
    void refusesASensorThatWasPointedAtAnotherCluster() {
        try (TestSensor sensor = central.enrolled("swapped")) {
            TestStream first = sensor.connect().hello("instance-1", "uid-1");
            first.next(MessageCase.WELCOME);
            first.next(MessageCase.HOLDINGS);
            first.awaitAcknowledged(first.synced(0));
            first.complete();
            assertThat(sensor.connect().hello("instance-2", "uid-2").awaitEnd().getCode())
                    .isEqualTo(Status.Code.FAILED_PRECONDITION);
        }
    }

    @Test
    void showsWhatASensorCannotSee() {
        try (TestSensor sensor = central.enrolled("half-blind")) {
            TestStream stream = sensor.connect();
            stream.open("instance");
            stream.send(SensorMessage.newBuilder()
                    .setSourceReport(SourceReport.newBuilder()
                            .addKinds(
                                    KindCoverage.newBuilder().setKind("SECRET").setSight(Sight.SIGHT_FORBIDDEN))
                            .addKinds(KindCoverage.newBuilder().setKind("POD").setSight(Sight.SIGHT_OUT_OF_SIGHT))
                            .addProblems(SourceProblem.newBuilder()
                                    .setWhere("broken\0.yaml")
                                    .setLine(7)
                                    .setDetail("not YAML"))
                            .setProblemsNotListed(3))
                    .build());
            stream.awaitAcknowledged(stream.synced(0));

            ClusterView view = central.clusters().get("half-blind", AccessScope.EVERYTHING);
            assertThat(view.cluster().health())
                    .isEqualTo(new ClusterHealth(
                            Word.DEGRADED, "cannot read SECRET (FORBIDDEN); 2 places could not be read"));
            assertThat(view.kinds())
                    .contains(
                            new ClusterView.KindSight("SECRET", 0, "FORBIDDEN", ""),
                            new ClusterView.KindSight("POD", 0, "OUT_OF_SIGHT", ""),
                            new ClusterView.KindSight("WORKLOAD", 0, "UNKNOWN", ""));
            assertThat(view.problems()).extracting(ClusterView.Problem::place).containsExactly("broken .yaml", "more");
        }
    }

    @Test
    void showsThatASpoolOverflowedAtOnce() {
        try (TestSensor sensor = central.enrolled("overflowing")) {
            TestStream stream = sensor.connect();
            stream.open("instance");
            stream.send(SensorMessage.newBuilder()
                    .setHeartbeat(Heartbeat.newBuilder().setSpoolOverflowed(true))
                    .build());
            stream.awaitAcknowledged(stream.synced(0));
            assertThat(central.clusters()
                            .get("overflowing", AccessScope.EVERYTHING)
                            .cluster()
                            .health()
                            .reason())
                    .startsWith("the sensor's spool overflowed");
        }
    }

    @Test
    void tellsLargeHoldingsInChunks() {
        try (TestSensor sensor = central.enrolled("large")) {
            database.jdbc().sql("""
                    insert into cluster_objects (id, cluster_id, kind, kind_name, namespace, name, fingerprint, document,
                        first_seen_at, changed_at, revision)
                    select gen_random_uuid(), :cluster, 0, 'Namespace', '', 'n' || i, decode(md5(i::text), 'hex'), '', now(),
                        now(), 1 from generate_series(1, 9000) i
                    """).param("cluster", idOf("large")).update();
            TestStream stream = sensor.connect();
            assertThat(stream.open("instance")).hasSize(9000);
            stream.awaitAcknowledged(stream.synced(9000));
        }
    }

    @Test
    void asksItsSensorsToComeBackWhenItStops() {
        RunningFleet stopping = RunningFleet.start(database);
        try (TestSensor sensor = stopping.enrolled("asked-back")) {
            TestStream stream = sensor.connect();
            stream.open("instance");
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(stopping::close);
            assertThat(stream.next(MessageCase.COMMAND)
                            .getCommand()
                            .getReconnect()
                            .getAfterMillis())
                    .isBetween(1_000L, 6_000L);
            stream.complete();
            stopped.join();
            assertThat(database.jdbc()
                            .sql("select count(*) from clusters where name = 'asked-back' and connected_at is not null")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    private static UUID idOf(String cluster) {
        return database.jdbc()
                .sql("select id from clusters where name = :name")
                .param("name", cluster)
                .query(UUID.class)
                .single();
    }
}
