package dev.breakwater.central.evidence;

import dev.breakwater.central.fleet.BatchStage;
import dev.breakwater.central.fleet.ReceivedBatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The last stage: loses the sensor's stream between two given instants of a batch, on central's own thread. */
@Order(CrashPoint.LAST)
final class CrashPoint implements BatchStage {

    static final int LAST = 10_000;

    /** When the stream is lost. */
    enum Instant {
        /** Everything was written and judged, and is rolled back. */
        BEFORE_COMMIT,
        /** Everything is durable, and the sensor will never hear of it. */
        AFTER_COMMIT
    }

    private record Crash(Instant instant, Runnable cut, AtomicInteger batchesBefore) {}

    private final JdbcClient jdbc;
    private volatile @Nullable Crash next;

    CrashPoint(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Cuts the stream at the batch after so many others. */
    void crashAt(Instant instant, int batchesBefore, Runnable cut) {
        next = new Crash(instant, cut, new AtomicInteger(batchesBefore));
    }

    boolean hasCrashed() {
        return next == null;
    }

    @Override
    public String name() {
        return "crash-point";
    }

    @Override
    public void apply(ReceivedBatch batch) {
        Crash crash = next;
        if (crash == null || crash.batchesBefore().getAndDecrement() > 0) {
            return;
        }
        next = null;
        switch (crash.instant()) {
            case BEFORE_COMMIT -> {
                crash.cut().run();
                // As the driver says it when the server goes away.
                jdbc.sql("do $$ begin raise exception using errcode = '57P03'; end $$")
                        .update();
            }
            case AFTER_COMMIT ->
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        crash.cut().run();
                    }
                });
        }
    }
}
