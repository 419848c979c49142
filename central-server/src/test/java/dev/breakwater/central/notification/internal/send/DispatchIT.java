package dev.breakwater.central.notification.internal.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.notification.Deliveries;
import dev.breakwater.central.notification.Notifier;
import dev.breakwater.central.notification.Notifiers;
import dev.breakwater.central.notification.internal.send.Receiver.Request;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.testing.JudgingCentral;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** At least once, never two at once, tried again with patience, given up with the real error. */
class DispatchIT {

    @RegisterExtension
    static final NotifyingCentral notifying = NotifyingCentral.started(Map.of("breakwater.notifications.tries", 3));

    private static final AtomicInteger NAMES = new AtomicInteger();

    private final JudgingCentral central = notifying.central();

    @BeforeEach
    void clear() {
        notifying.clear();
        central.synced();
    }

    @Test
    void aTryThatFailsIsMadeAgainWithTheSameIdAndBody() {
        Notifier hook = toldOnce();
        notifying.receiver().answers(Receiver.status(503, "come back later"));
        notifying.send();
        assertThat(one(hook, "state")).isEqualTo("QUEUED");
        assertThat(one(hook, "last_error")).isEqualTo("The answer is HTTP 503: come back later");
        assertThat(notifying.send()).as("before its time").isZero();

        notifying.receiver().answers(Receiver.status(200, "thanks"));
        central.clock().advance(Duration.ofSeconds(31));
        notifying.send();

        assertThat(one(hook, "state")).isEqualTo("DELIVERED");
        assertThat(one(hook, "last_error")).isEmpty();
        List<Request> requests = notifying.receiver().requests();
        assertThat(requests).hasSize(2);
        assertThat(requests.get(1).header("Breakwater-Id"))
                .isEqualTo(requests.get(0).header("Breakwater-Id"));
        assertThat(requests.get(1).header("Breakwater-Attempt")).isEqualTo("2");
        assertThat(requests.get(1).body()).isEqualTo(requests.get(0).body());
        assertThat(requests.get(1).header("Breakwater-Signature"))
                .as("signed anew for its own time")
                .isNotEqualTo(requests.get(0).header("Breakwater-Signature"));
    }

    @Test
    void afterTheLastTryItIsGivenUpWithItsErrorAndCanBeReplayed() {
        Notifier hook = toldOnce();
        notifying.receiver().answers(Receiver.status(410, "gone"));
        for (int i = 0; i < 3; i++) {
            assertThat(notifying.send()).isEqualTo(1);
            central.clock().advance(Duration.ofHours(2));
        }
        assertThat(notifying.send()).isZero();
        assertThat(one(hook, "state")).isEqualTo("DEAD");
        assertThat(one(hook, "last_error")).isEqualTo("The answer is HTTP 410: gone");
        assertThat(central.bean(Notifiers.class).get(hook.id()).deliverability())
                .satisfies(how -> assertThat(how.dead()).isEqualTo(1))
                .satisfies(how -> assertThat(how.lastError()).contains("410"));

        notifying.receiver().answers(Receiver.status(204));
        UUID id = UUID.fromString(one(hook, "id"));
        assertThat(central.bean(Deliveries.class).replay(List.of(id), AccessScope.EVERYTHING))
                .isEqualTo(1);
        assertThat(notifying.send()).isEqualTo(1);
        assertThat(one(hook, "state")).isEqualTo("DELIVERED");
        assertThat(notifying.receiver().requests().getLast().header("Breakwater-Id"))
                .isEqualTo(id.toString());
    }

    @Test
    void whoDiesBetweenSendingAndSettlingLeavesItToOthersOnceItsLeaseIsOver() {
        Notifier hook = toldOnce();
        Instant now = central.clock().instant();
        DeliveryTable table = central.bean(DeliveryTable.class);
        new TransactionTemplate(central.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> table.lockTarget(now)
                        .flatMap(target -> table.claim(target, now, now.plus(Duration.ofMinutes(2))))
                        .orElseThrow());
        // The one that claimed it is gone; whether it sent is unknown.
        assertThat(notifying.send()).isZero();

        central.clock().advance(Duration.ofMinutes(2));
        assertThat(notifying.send()).isEqualTo(1);
        assertThat(one(hook, "state")).isEqualTo("DELIVERED");
        assertThat(one(hook, "attempts")).isEqualTo("2");
    }

    @Test
    void aClaimThatWasOvertakenDoesNotUndoWhatTheOtherDid() {
        Notifier hook = toldOnce();
        AtomicInteger calls = new AtomicInteger();
        notifying.receiver().answers(exchange -> {
            if (calls.incrementAndGet() == 1) {
                // So slow that another replica takes over; this one then hears of a failure.
                central.clock().advance(Duration.ofMinutes(3));
                assertThat(central.bean(Dispatcher.class).sendOne()).isTrue();
                exchange.sendResponseHeaders(500, -1);
            } else {
                exchange.sendResponseHeaders(204, -1);
            }
        });
        notifying.send();

        assertThat(one(hook, "state")).isEqualTo("DELIVERED");
        assertThat(notifying.receiver().requests())
                .hasSize(2)
                .extracting(request -> request.header("Breakwater-Id"))
                .containsOnly(one(hook, "id"));
    }

    @Test
    void manyWorkersSendEachMessageOnceAndNeverTwoToATargetAtOnce() throws Exception {
        Notifier hook = notifying.webhook();
        Notifier other = notifying.webhook(notifying.receiver().url().replace("/hook", "/other"));
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ids.add(queued(i % 2 == 0 ? hook : other));
        }
        Map<String, AtomicInteger> present = Map.of("/hook", new AtomicInteger(), "/other", new AtomicInteger());
        AtomicInteger most = new AtomicInteger();
        notifying.receiver().answers(exchange -> {
            AtomicInteger here = present.get(exchange.getRequestURI().getPath());
            most.accumulateAndGet(here.incrementAndGet(), Math::max);
            Thread.yield();
            here.decrementAndGet();
            exchange.sendResponseHeaders(204, -1);
        });

        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(workers.submit(() -> {
                    // A worker that finds both targets taken comes back later, as the real one does.
                    while (waiting() > 0) {
                        central.bean(Dispatcher.class).sendOne();
                    }
                }));
            }
            for (Future<?> worker : all) {
                worker.get();
            }
        }

        assertThat(notifying.receiver().requests())
                .extracting(request -> request.header("Breakwater-Id"))
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream().map(UUID::toString).toList());
        assertThat(most).hasValue(1);
    }

    @Test
    void aTargetThatCannotBeReachedHoldsBackWhatWaitsForItAndNobodyElse() {
        Notifier hook = notifying.webhook();
        Notifier other = notifying.webhook(notifying.receiver().url().replace("/hook", "/other"));
        for (int i = 0; i < 5; i++) {
            queued(hook);
            queued(other);
        }
        notifying
                .receiver()
                .answers(exchange -> exchange.sendResponseHeaders(
                        exchange.getRequestURI().getPath().equals("/other") ? 204 : 503, -1));

        assertThat(notifying.send()).isEqualTo(6);
        assertThat(central.jdbc()
                        .sql("select sum(attempts) from notification_deliveries where notifier_id = ?")
                        .param(hook.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatWaitsForATargetThatIsSwitchedOffGoesOnWaiting() {
        Notifier hook = toldOnce();
        central.jdbc().sql("update notifiers set enabled = false").update();
        assertThat(notifying.send()).isZero();
        central.jdbc().sql("update notifiers set enabled = true").update();
        assertThat(notifying.send()).isEqualTo(1);
        assertThat(one(hook, "state")).isEqualTo("DELIVERED");
    }

    @Test
    void whatWaitsForATargetThatIsRemovedIsGivenUpAndSaysSo() {
        Notifier hook = toldOnce();
        central.bean(Notifiers.class).delete(hook.id());
        assertThat(one(hook, "state")).isEqualTo("DEAD");
        assertThat(one(hook, "last_error")).contains("was removed by ada");
        assertThat(central.bean(Deliveries.class)
                        .replay(List.of(UUID.fromString(one(hook, "id"))), AccessScope.EVERYTHING))
                .isZero();
    }

    @Test
    void aSecretThatAnImportDidNotBringIsAskedFor() {
        Notifier hook = toldOnce();
        central.jdbc().sql("update notifiers set secret = null").update();
        notifying.send();
        assertThat(one(hook, "last_error")).contains("secret has to be set anew");
        assertThat(notifying.receiver().requests()).isEmpty();
        assertThat(central.bean(Notifiers.class).get(hook.id()).secretMissing()).isTrue();
    }

    @Test
    void secretsAreKeptSealed() {
        Notifier hook = notifying.webhook();
        byte[] kept = central.jdbc()
                .sql("select secret from notifiers where id = ?")
                .param(hook.id())
                .query(byte[].class)
                .single();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(NotifyingCentral.KEY);
        assertThat(central.jdbc()
                        .sql(
                                "select string_agg(coalesce(before::text, '') || coalesce(after::text, ''), ' ') from audit_log")
                        .query(String.class)
                        .single())
                .contains("set anew")
                .doesNotContain(NotifyingCentral.KEY)
                .doesNotContain("/hook");
    }

    /** A target with one message on its way. */
    private Notifier toldOnce() {
        Notifier hook = notifying.webhook();
        queued(hook);
        return hook;
    }

    private UUID queued(Notifier notifier) {
        String name = "dispatched" + NAMES.incrementAndGet();
        UUID id = UUID.randomUUID();
        central.jdbc()
                .sql("""
                        insert into notification_deliveries (id, notifier_id, notifier_name, kind, title, severity, message,
                            state, created_at, next_at)
                        values (?, ?, ?, 'TEST', ?, 0, ?, 'QUEUED', ?, ?)
                        """)
                .params(
                        id,
                        notifier.id(),
                        notifier.name(),
                        name,
                        "{\"id\":\"" + id + "\"}",
                        java.sql.Timestamp.from(central.clock().instant()),
                        java.sql.Timestamp.from(central.clock().instant()))
                .update();
        return id;
    }

    private int waiting() {
        return central.jdbc()
                .sql("select count(*) from notification_deliveries where state <> 'DELIVERED'")
                .query(Integer.class)
                .single();
    }

    private String one(Notifier notifier, String column) {
        return central.jdbc()
                .sql("select " + column + "::text from notification_deliveries where notifier_id = ?")
                .param(notifier.id())
                .query(String.class)
                .single();
    }
}
