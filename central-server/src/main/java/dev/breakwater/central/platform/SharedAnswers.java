package dev.breakwater.central.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Answers over a whole place that take long to read and that many people look at: read once for all who ask at the same time,
 * and given again for a few seconds. One that has grown a little old is given once more while it is read anew, so that nobody
 * waits for it but the first. Whoever shows such an answer says as of when it is.
 *
 * <p>A key names everything that the answer depends on, the reader's scope included; the reading must not ask who reads, since it
 * may go on in another thread.
 */
@Component
public class SharedAnswers {

    private static final Logger log = LoggerFactory.getLogger(SharedAnswers.class);

    /** Answers that are kept; a reader asks for a handful of places. */
    private static final int MOST = 500;

    /** How many times as long as an answer is fresh it may be given while it is read anew. */
    private static final int USABLE = 6;

    /** Readings ahead that go on at a time; they must not take the database from those who wait. */
    private static final int AHEAD = 2;

    private record Answer(Object value, Instant readAt) {}

    private static final class Slot {
        private @Nullable Answer answer;
        private @Nullable CompletableFuture<Answer> reading;
    }

    private final Cache<Object, Slot> slots;
    private final Semaphore ahead = new Semaphore(AHEAD);
    private final Duration fresh;
    private final Clock clock;

    SharedAnswers(AnswerProperties properties, Clock clock) {
        this.fresh = properties.sharedFor();
        this.clock = clock;
        this.slots = Caffeine.newBuilder().maximumSize(MOST).build();
    }

    /**
     * The answer for the key, at most half a minute old by default. Within a snapshot it is read from that: what is put together there,
     * such as a report, is of one moment.
     *
     * @param key with {@code equals}
     * @param reading of the present answer, never {@code null}; what it throws reaches those who wait for it
     */
    @SuppressWarnings("unchecked")
    public <T> T get(Object key, Supplier<T> reading) {
        if (fresh.isZero() || isWithinSnapshot()) {
            return reading.get();
        }
        Slot slot = slots.get(key, k -> new Slot());
        CompletableFuture<Answer> wanted;
        boolean mine = false;
        synchronized (slot) {
            Answer answer = slot.answer;
            Duration age = answer == null ? null : Duration.between(answer.readAt(), clock.instant());
            boolean usable = age != null && !age.isNegative() && age.compareTo(fresh.multipliedBy(USABLE)) <= 0;
            if (answer != null && usable) {
                if (age.compareTo(fresh) > 0 && slot.reading == null && ahead.tryAcquire()) {
                    readAhead(slot, reading);
                }
                return (T) answer.value();
            }
            if (slot.reading == null) {
                slot.reading = new CompletableFuture<>();
                mine = true;
            }
            wanted = slot.reading;
        }
        if (mine) {
            read(slot, wanted, reading);
        }
        try {
            return (T) wanted.join().value();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static boolean isWithinSnapshot() {
        return Objects.equals(
                TransactionSynchronizationManager.getCurrentTransactionIsolationLevel(),
                TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    private void readAhead(Slot slot, Supplier<?> reading) {
        CompletableFuture<Answer> later = new CompletableFuture<>();
        slot.reading = later;
        later.whenComplete((answer, failure) -> {
            ahead.release();
            if (failure != null) {
                log.warn("a shared answer could not be read anew", failure);
            }
        });
        Thread.ofVirtual().name("shared-answer").start(() -> read(slot, later, reading));
    }

    private void read(Slot slot, CompletableFuture<Answer> wanted, Supplier<?> reading) {
        Instant begun = clock.instant();
        try {
            Answer answer = new Answer(reading.get(), begun);
            synchronized (slot) {
                slot.answer = answer;
                slot.reading = null;
            }
            wanted.complete(answer);
        } catch (RuntimeException | Error e) {
            synchronized (slot) {
                slot.reading = null;
            }
            wanted.completeExceptionally(e);
        }
    }
}
