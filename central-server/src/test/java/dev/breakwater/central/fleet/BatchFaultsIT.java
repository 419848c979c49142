package dev.breakwater.central.fleet;

import static dev.breakwater.central.fleet.LinkIT.namespace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.fleet.ClusterHealth.Word;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.testing.CentralDatabase;
import dev.breakwater.contracts.v1.ClusterObjectState;
import dev.breakwater.contracts.v1.ObjectUpsert;
import dev.breakwater.engine.model.Namespace;
import io.grpc.Status;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class BatchFaultsIT {

    @RegisterExtension
    static final CentralDatabase database = CentralDatabase.fresh();

    private static RunningFleet central;

    @BeforeAll
    static void start() {
        central = RunningFleet.start(database);
    }

    @AfterAll
    static void stop() {
        central.close();
    }

    @AfterEach
    void behave() {
        central.stage.before = batch -> {};
        central.stage.after = batch -> {};
    }

    @Test
    void leavesOutTheObjectThatFailsAloneAndForgetsItOnceItIsAccepted() {
        Namespace[] objects =
                IntStream.range(0, 50).mapToObj(i -> namespace("n" + i)).toArray(Namespace[]::new);
        central.stage.before = batch -> {
            if (batch.upserts().stream().anyMatch(o -> o.object().meta().name().equals("n37"))) {
                throw new IllegalStateException("cannot bear n37");
            }
        };
        try (TestSensor sensor = central.enrolled("poisoned")) {
            TestStream stream = sensor.connect();
            stream.open("instance");
            stream.batch("poisoned", objects);
            stream.awaitAcknowledged(stream.synced(50));

            assertThat(stored("poisoned")).isEqualTo(49);
            ClusterView view = central.clusters().get("poisoned", AccessScope.EVERYTHING);
            assertThat(view.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.place()).isEqualTo("Namespace n37");
                assertThat(problem.detail()).matches("could not be processed \\(error [0-9a-f]{16}\\)");
            });
            assertThat(view.cluster().health().word()).isEqualTo(Word.DEGRADED);

            central.stage.before = batch -> {};
            stream.awaitAcknowledged(stream.batch("poisoned", objects[37]));
            assertThat(stored("poisoned")).isEqualTo(50);
            assertThat(central.clusters()
                            .get("poisoned", AccessScope.EVERYTHING)
                            .problems())
                    .isEmpty();
        }
    }

    @Test
    void storesTheOthersWhenAnObjectCannotBeRead() {
        UUID unreadable = UUID.randomUUID();
        List<ObjectUpsert> upserts = List.of(
                TestStream.upsert("unreadable", namespace("shop")),
                ObjectUpsert.newBuilder()
                        .setId(TestStream.bytes(unreadable))
                        .setState(ClusterObjectState.getDefaultInstance())
                        .build());
        try (TestSensor sensor = central.enrolled("unreadable")) {
            TestStream stream = sensor.connect();
            stream.open("instance");
            stream.awaitAcknowledged(stream.batch(upserts, List.of()));
            assertThat(stored("unreadable")).isEqualTo(1);
            assertThat(central.clusters()
                            .get("unreadable", AccessScope.EVERYTHING)
                            .problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.place()).isEqualTo("object " + unreadable));
        }
    }

    @Test
    void storesUnderItsOwnIdWhateverIdTheSensorClaims() {
        Namespace shop = namespace("shop");
        try (TestSensor sensor = central.enrolled("liar")) {
            TestStream stream = sensor.connect();
            stream.open("instance");
            ObjectUpsert claimed = TestStream.upsert("liar", shop).toBuilder()
                    .setId(TestStream.bytes(shop.key().idIn("victim")))
                    .build();
            stream.awaitAcknowledged(stream.batch(List.of(claimed), List.of()));
            assertThat(database.jdbc()
                            .sql(
                                    "select id from cluster_objects o where cluster_id = (select id from clusters where name = 'liar')")
                            .query(UUID.class)
                            .list())
                    .containsExactly(shop.key().idIn("liar"));
        }
    }

    @Test
    void removesNothingOfAnotherCluster() {
        Namespace shop = namespace("shop");
        try (TestSensor victim = central.enrolled("victim");
                TestSensor thief = central.enrolled("thief")) {
            TestStream stream = victim.connect();
            stream.open("instance");
            stream.awaitAcknowledged(stream.batch("victim", shop));

            TestStream other = thief.connect();
            other.open("instance");
            other.awaitAcknowledged(other.remove(shop.key().idIn("victim")));
            assertThat(stored("victim")).isEqualTo(1);
        }
    }

    @Test
    void triesAgainAfterADeadlock() {
        AtomicInteger attempts = new AtomicInteger();
        central.stage.after = batch -> {
            if (attempts.incrementAndGet() < 3) {
                database.jdbc()
                        .sql("do $$ begin raise exception using errcode = '40P01'; end $$")
                        .update();
            }
        };
        try (TestSensor sensor = central.enrolled("deadlocked")) {
            TestStream stream = sensor.connect();
            stream.open("instance");
            stream.awaitAcknowledged(stream.batch("deadlocked", namespace("shop"), namespace("bank")));
            assertThat(attempts).hasValue(3);
            assertThat(stored("deadlocked")).isEqualTo(2);
            assertThat(central.clusters()
                            .get("deadlocked", AccessScope.EVERYTHING)
                            .problems())
                    .isEmpty();
        }
    }

    @Test
    void acknowledgesNothingThatTheDatabaseDoesNotTake() {
        central.stage.after = batch -> database.jdbc()
                .sql("do $$ begin raise exception using errcode = '57P03'; end $$")
                .update();
        try (TestSensor sensor = central.enrolled("unstored")) {
            TestStream stream = sensor.connect();
            stream.open("instance");
            stream.batch("unstored", namespace("shop"));
            assertThat(stream.awaitEnd().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
            assertThat(stream.hasReceivedNothing()).isTrue();
            assertThat(stored("unstored")).isZero();
        }
    }

    @Test
    void changesNothingWhenACommittedBatchComesAgainBecauseItsAcknowledgementWasLost() throws InterruptedException {
        CountDownLatch committed = new CountDownLatch(1);
        try (TestSensor sensor = central.enrolled("cut")) {
            TestStream stream = sensor.connect();
            stream.open("instance");
            central.stage.after = batch ->
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            sensor.cut();
                            // The acknowledgement is sent when this returns: by then nobody must listen any more.
                            stream.awaitEnd();
                            committed.countDown();
                        }
                    });
            stream.batch("cut", namespace("shop"), namespace("bank"));
            assertThat(committed.await(TestSensor.DEADLINE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
            assertThat(stream.hasReceivedNothing()).isTrue();

            central.stage.after = batch -> {};
            sensor.restoreNetwork();
            TestStream again = sensor.connect();
            assertThat(again.open("instance")).hasSize(2);
            again.awaitAcknowledged(again.batch("cut", namespace("shop"), namespace("bank")));
            assertThat(database.jdbc()
                            .sql(
                                    "select distinct revision from cluster_objects where cluster_id = (select id from clusters where name = 'cut')")
                            .query(Long.class)
                            .list())
                    .containsExactly(1L);
        }
    }

    @Test
    void endsTheStreamOfASensorThatBreaksTheProtocol() {
        try (TestSensor sensor = central.enrolled("rude")) {
            TestStream early = sensor.connect();
            early.batch("rude", namespace("shop"));
            assertThat(early.awaitEnd().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);

            TestStream gap = sensor.connect();
            gap.open("instance");
            gap.skipSequence();
            gap.batch("rude", namespace("shop"));
            assertThat(gap.awaitEnd().getDescription()).isEqualTo("sequence 2; allowed: 1");

            TestStream large = sensor.connect();
            large.open("instance");
            large.remove(Stream.generate(UUID::randomUUID).limit(501).toArray(UUID[]::new));
            assertThat(large.awaitEnd().getDescription()).contains("501 objects");
            assertThat(stored("rude")).isZero();
        }
    }

    private static long stored(String cluster) {
        return database.jdbc()
                .sql(
                        "select count(*) from cluster_objects o join clusters c on c.id = o.cluster_id where c.name = :name")
                .param("name", cluster)
                .query(Long.class)
                .single();
    }
}
