package dev.breakwater.central.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class SharedAnswersTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-25T12:00:00Z"));
    private final SharedAnswers answers = new SharedAnswers(new AnswerProperties(Duration.ofSeconds(5)), clock);
    private final AtomicInteger readings = new AtomicInteger();

    private int ask() {
        return answers.get("place", readings::incrementAndGet);
    }

    @Test
    void givesAnAnswerAgainForAFewSeconds() {
        assertThat(ask()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(5));
        assertThat(ask()).isEqualTo(1);
        assertThat(answers.<Integer>get("elsewhere", readings::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void givesAnOlderAnswerOnceMoreWhileItIsReadAnew() throws InterruptedException {
        assertThat(ask()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(6));
        CountDownLatch read = new CountDownLatch(1);
        assertThat(answers.<Integer>get("place", () -> {
                    read.countDown();
                    return readings.incrementAndGet();
                }))
                .isEqualTo(1);
        assertThat(read.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void readsWithinASnapshotFromThatAndLeavesTheOthersTheirs() {
        assertThat(ask()).isEqualTo(1);
        TransactionSynchronizationManager.setCurrentTransactionIsolationLevel(
                TransactionDefinition.ISOLATION_REPEATABLE_READ);
        try {
            assertThat(ask()).isEqualTo(2);
        } finally {
            TransactionSynchronizationManager.clear();
        }
        assertThat(ask()).isEqualTo(1);
    }

    @Test
    void givesNoAnswerOlderThanHalfAMinute() {
        assertThat(ask()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(31));
        assertThat(ask()).isEqualTo(2);
    }

    @Test
    void readsOnceForAllWhoAskAtTheSameTime() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> answers.get("place", () -> {
            begun.countDown();
            await(end);
            return readings.incrementAndGet();
        }));
        await(begun);
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(this::ask);
        end.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void tellsWhoAsksWhatWentWrongAndReadsAnewForTheNext() {
        assertThatThrownBy(() -> answers.get("place", () -> {
                    throw new IllegalStateException("away");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("away");
        assertThat(ask()).isEqualTo(1);
    }

    @Test
    void sharesNothingForNoTime() {
        SharedAnswers none = new SharedAnswers(new AnswerProperties(Duration.ZERO), clock);
        assertThat(none.<Integer>get("place", readings::incrementAndGet)).isEqualTo(1);
        assertThat(none.<Integer>get("place", readings::incrementAndGet)).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
