package dev.breakwater.central.vulnerabilities.internal.match;

import dev.breakwater.central.inventory.JudgementDue;
import dev.breakwater.central.vulnerabilities.internal.list.Recount;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Matches what waits and then counts anew what that changed: woken by whoever leaves something, and by the clock. */
@Component
public class MatchingWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MatchingWorker.class);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    /** The longest that counting waits for verdicts. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final Matching matching;
    private final Recount recount;
    private final JudgementDue due;
    private final MatchingProperties properties;
    private final Semaphore signals = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread thread;
    /** Of {@link System#nanoTime}, since when counting waits; 0 = it does not. */
    private long waitingSince;

    MatchingWorker(Matching matching, Recount recount, JudgementDue due, MatchingProperties properties) {
        this.matching = matching;
        this.recount = recount;
        this.due = due;
        this.properties = properties;
        this.thread = Thread.ofVirtual().unstarted(this::drain);
    }

    /** There is something to do, once the present transaction has committed. */
    public void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    private void wake() {
        if (signals.availablePermits() == 0) {
            signals.release();
        }
    }

    @Override
    public void start() {
        running = true;
        if (properties.worker()) {
            thread = Thread.ofVirtual().name("matching").start(this::drain);
        }
    }

    private void drain() {
        while (running) {
            try {
                boolean more = true;
                while (running && more) {
                    more = match() > 0 || isCountersTurn() && recount.some() > 0;
                }
                signals.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("matching packages with advisories failed and is tried again", e);
                try {
                    Thread.sleep(PAUSE_AFTER_FAILURE);
                } catch (InterruptedException interrupted) {
                    return;
                }
            }
        }
    }

    /**
     * Counts for lists let verdicts go first, which people wait for and which take the same processors; but not for ever, where
     * verdicts never cease to wait.
     */
    private boolean isCountersTurn() {
        if (!due.waits()) {
            waitingSince = 0;
            return true;
        }
        long now = System.nanoTime();
        waitingSince = waitingSince == 0 ? now : waitingSince;
        return now - waitingSince > PATIENCE.toNanos();
    }

    /**
     * A round. What fails is tried in ever smaller parts, until the one that makes it fail is found and set aside.
     *
     * @return how many were looked at or set aside
     */
    int match() {
        int parts = 1;
        while (true) {
            try {
                return matching.some(parts);
            } catch (TransientDataAccessException e) {
                // The database is at fault, not what is matched.
                throw e;
            } catch (RuntimeException e) {
                if (parts >= Matching.FINEST) {
                    LOG.warn("one package or vulnerability could not be matched and is set aside", e);
                    matching.setAside(String.valueOf(e.getMessage()));
                    return 1;
                }
                parts = Math.min(Matching.FINEST, parts * 10);
            }
        }
    }

    /** Lets a running transaction end. */
    @Override
    public void stop() {
        running = false;
        signals.release();
        try {
            if (!thread.join(STOP_WITHIN)) {
                thread.interrupt();
            }
        } catch (InterruptedException | IllegalThreadStateException e) {
            LOG.debug("matching was not running");
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
