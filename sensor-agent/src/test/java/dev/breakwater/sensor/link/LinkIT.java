package dev.breakwater.sensor.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.contracts.v1.CentralMessage;
import dev.breakwater.contracts.v1.Command;
import dev.breakwater.contracts.v1.ObjectBatch;
import dev.breakwater.contracts.v1.Reconnect;
import dev.breakwater.contracts.v1.SensorMessage;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.sensor.facts.Declarations.Declared;
import dev.breakwater.sensor.facts.Declarations.Told;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkIT {

    @TempDir
    private Path folder;

    private final TestSource source = new TestSource(100);
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private TestCentral central;
    private Thread running;

    @BeforeEach
    void start() throws Exception {
        central = new TestCentral();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (running != null) {
            running.interrupt();
            running.join();
        }
        central.close();
    }

    private void connect() throws Exception {
        LinkListener listener = new LinkListener() {
            @Override
            public void synced(String cluster) {
                heard.add("synced");
            }

            @Override
            public void refused(String cluster, String reason) {
                heard.add("refused: " + reason);
            }

            @Override
            public void interrupted(String cluster, String reason) {
                heard.add("interrupted: " + reason);
            }
        };
        LinkSettings settings = new LinkSettings(central.address(), "c1", central.token(), "test");
        Link link = new Link(settings, source, StateFolder.open(folder), listener, InstantSource.system());
        running = Thread.ofVirtual().start(() -> {
            try {
                link.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private String heard(String prefix) throws InterruptedException {
        String next = heard.poll(60, TimeUnit.SECONDS);
        while (next != null && !next.startsWith(prefix)) {
            next = heard.poll(60, TimeUnit.SECONDS);
        }
        assertThat(next).isNotNull();
        return next;
    }

    @Test
    void tellsDeclaredPoliciesOnceEverythingElseIsThere() throws Exception {
        source.seesAllBut();
        source.declarations.report(new Told(List.of(new Declared("shop", "ours", "{}")), false));
        connect();
        SensorMessage told = central.await(SensorMessage::hasDeclaredPolicies);

        assertThat(told.getDeclaredPolicies().getPoliciesList()).singleElement().satisfies(policy -> {
            assertThat(policy.getNamespace()).isEqualTo("shop");
            assertThat(policy.getName()).isEqualTo("ours");
            assertThat(policy.getDocument()).isEqualTo("{}");
        });
        assertThat(central.log.stream().map(SensorMessage::getMessageCase).toList())
                .containsSubsequence(SensorMessage.MessageCase.SYNCED, SensorMessage.MessageCase.DECLARED_POLICIES);
    }

    @Test
    void sendsEverythingOnceInOrderOfKindsAndThenOnlyChanges() throws Exception {
        source.facts.put(TestSource.account("a"));
        source.facts.put(TestSource.namespace("shop", "1"));
        source.seesAllBut();
        connect();
        heard("synced");

        ObjectBatch first = central.batches().getFirst();
        assertThat(first.getUpsertsList())
                .extracting(upsert -> upsert.getState().getObjectCase().name())
                .containsExactly("NAMESPACE", "SERVICE_ACCOUNT");
        assertThat(first.getSequence()).isEqualTo(1);
        assertThat(central.log)
                .extracting(SensorMessage::getMessageCase)
                .startsWith(SensorMessage.MessageCase.HELLO)
                .contains(SensorMessage.MessageCase.SOURCE_REPORT, SensorMessage.MessageCase.HEARTBEAT);

        central.received.clear();
        source.facts.put(TestSource.namespace("shop", "1"));
        source.facts.put(TestSource.namespace("shop", "2"));
        source.facts.remove(TestSource.account("a").id());
        int upserts = 0;
        int removals = 0;
        while (upserts + removals < 2) {
            ObjectBatch batch = central.awaitBatch().getBatch();
            upserts += batch.getUpsertsCount();
            removals += batch.getRemovalsCount();
        }
        assertThat(upserts).isEqualTo(1);
        assertThat(removals).isEqualTo(1);
    }

    @Test
    void reconnectSendsOnlyWhatDiffers() throws Exception {
        for (int i = 0; i < 50; i++) {
            source.facts.put(TestSource.namespace("n" + i, "1"));
        }
        source.seesAllBut();
        connect();
        heard("synced");
        central.log.clear();
        central.received.clear();

        central.send(reconnect());
        central.await(SensorMessage::hasHello);
        central.awaitSynced();
        assertThat(central.batches()).isEmpty();

        source.facts.put(TestSource.namespace("n7", "2"));
        assertThat(central.awaitBatch().getBatch().getUpsertsCount()).isEqualTo(1);
        assertThat(central.streams).hasValue(2);
    }

    @Test
    void whatWasSentAndNotAcknowledgedIsSentAgain() throws Exception {
        central.maxObjects = 10;
        central.breakAfterBatches = 2;
        for (int i = 0; i < 50; i++) {
            source.facts.put(TestSource.namespace("n" + i, "1"));
        }
        source.seesAllBut();
        connect();
        heard("interrupted");
        central.breakAfterBatches = Integer.MAX_VALUE;
        heard("synced");

        assertThat(central.held).hasSize(50);
    }

    @Test
    void keepsWithinTheWindowAndGathersChangesMeanwhile() throws Exception {
        central.acknowledging = false;
        central.maxObjects = 5;
        central.window = 3;
        for (int i = 0; i < 50; i++) {
            source.facts.put(TestSource.namespace("n" + i, "1"));
        }
        source.seesAllBut();
        connect();
        for (int i = 1; i <= 3; i++) {
            assertThat(central.awaitBatch().getBatch().getSequence()).isEqualTo(i);
        }
        central.await(SensorMessage::hasHeartbeat);
        central.await(SensorMessage::hasHeartbeat);
        assertThat(central.batches()).hasSize(3);

        central.acknowledge(1);
        assertThat(central.awaitBatch().getBatch().getSequence()).isEqualTo(4);
        central.await(SensorMessage::hasHeartbeat);
        assertThat(central.batches()).hasSize(4);
    }

    @Test
    void comesBackWhenPostponed() throws Exception {
        central.postpone.set(3);
        source.seesAllBut();
        connect();
        heard("synced");

        assertThat(central.streams).hasValue(4);
    }

    @Test
    void removesWhatIsGoneOnlyOfKindsThatItCanSee() throws Exception {
        source.facts.put(TestSource.namespace("shop", "1"));
        source.facts.put(TestSource.account("a"));
        source.seesAllBut();
        connect();
        heard("synced");
        stopRunning();
        source.facts.remove(TestSource.namespace("shop", "1").id());
        source.facts.remove(TestSource.account("a").id());
        source.seesAllBut(ObjectKind.SERVICE_ACCOUNT);
        connect();
        heard("synced");
        assertThat(central.held)
                .as("the account, which cannot be seen any more")
                .hasSize(1);

        central.received.clear();
        source.seesAllBut();
        assertThat(central.awaitBatch().getBatch().getRemovalsCount()).isEqualTo(1);
    }

    @Test
    void removesNothingOfUnknownKindWhileSomethingIsOutOfSight() throws Exception {
        central.tellsKinds = false;
        source.facts.put(TestSource.namespace("shop", "1"));
        source.seesAllBut(ObjectKind.SECRET);
        connect();
        heard("synced");
        stopRunning();
        source.facts.remove(TestSource.namespace("shop", "1").id());
        connect();
        heard("synced");

        assertThat(central.held).hasSize(1);
    }

    @Test
    void saysThatItsSpoolOverflowedAndLosesNothing() throws Exception {
        source.seesAllBut();
        connect();
        heard("synced");
        stopRunning();
        for (int i = 0; i < 300; i++) {
            source.facts.put(TestSource.namespace("n" + i, "1"));
        }
        connect();
        SensorMessage beat = central.await(
                message -> message.hasHeartbeat() && message.getHeartbeat().getSpoolOverflowed());
        heard("synced");

        assertThat(beat.getHeartbeat().getSpoolOverflowed()).isTrue();
        assertThat(central.held).hasSize(300);
        central.received.clear();
        assertThat(central.await(SensorMessage::hasHeartbeat).getHeartbeat().getSpoolOverflowed())
                .isFalse();
    }

    private void stopRunning() throws InterruptedException {
        running.interrupt();
        running.join();
        heard.clear();
    }

    private static CentralMessage reconnect() {
        return CentralMessage.newBuilder()
                .setCommand(Command.newBuilder()
                        .setReconnect(Reconnect.newBuilder().setReason("test").setAfterMillis(10)))
                .build();
    }
}
