package dev.breakwater.central.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.platform.BackgroundLoops.Ending;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Work that is done again and again until it is stopped. */
class BackgroundLoopsTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final long SECONDS = 20;

    private BackgroundLoops loops = loops(Ending.INTERRUPT);

    private static BackgroundLoops loops(Ending ending) {
        BackgroundLoops made = new BackgroundLoops(
                LoggerFactory.getLogger(BackgroundLoopsTest.class), Thread.ofVirtual(), Duration.ofMillis(1), ending);
        made.start();
        return made;
    }

    @AfterEach
    void stop() {
        loops.stop(LONG);
    }

    @Test
    void aPermitEndsThePauseAndAFailureIsDoneAgain() throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        CountDownLatch failedOnce = new CountDownLatch(2);
        CountDownLatch woken = new CountDownLatch(3);
        Semaphore wake = new Semaphore(0);
        loops.begin("work", NEVER, wake, () -> {
            failedOnce.countDown();
            woken.countDown();
            if (rounds.incrementAndGet() == 1) {
                throw new IllegalStateException("the first time");
            }
        });
        assertThat(failedOnce.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        wake.release();
        assertThat(woken.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatFailsForWantOfMemoryIsDoneAgain() throws InterruptedException {
        CountDownLatch rounds = new CountDownLatch(2);
        loops.begin("work", NEVER, () -> {
            rounds.countDown();
            if (rounds.getCount() == 1) {
                throw new OutOfMemoryError("the first time");
            }
        });
        assertThat(rounds.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatIsBeingDoneIsInterruptedOrMayEnd() throws InterruptedException {
        assertThat(endsByItself(Ending.INTERRUPT)).isFalse();
        assertThat(endsByItself(Ending.LET_END)).isTrue();
    }

    private boolean endsByItself(Ending ending) throws InterruptedException {
        loops = loops(ending);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        loops.begin("work", NEVER, () -> {
            begun.countDown();
            try {
                ended.set(mayEnd.await(SECONDS, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(begun.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        Thread stopping = Thread.ofVirtual().start(() -> loops.stop(LONG));
        if (ending == Ending.LET_END) {
            mayEnd.countDown();
        }
        assertThat(stopping.join(LONG)).isTrue();
        assertThat(loops.isRunning()).isFalse();
        return ended.get();
    }

    @Test
    void whatIsLeftIsDoneOneAfterTheOtherUntilThereIsNone() {
        AtomicInteger left = new AtomicInteger(5);
        loops.drain(() -> left.getAndDecrement() > 0);
        assertThat(left.get()).isEqualTo(-1);
    }

    @Test
    void theyCanBeStartedAgain() throws InterruptedException {
        loops.stop(LONG);
        loops.start();
        CountDownLatch done = new CountDownLatch(1);
        loops.begin("work", NEVER, done::countDown);
        assertThat(done.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    }
}
