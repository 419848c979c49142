package dev.breakwater.central.detection.internal;

import dev.breakwater.central.inventory.JudgementDue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Drains what is due: woken by each commit that marked something, and by the clock. */
@Component
class JudgementWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JudgementWorker.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final DueJudgement due;
    private final JudgementProperties properties;
    private final Semaphore signals = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    JudgementWorker(DueJudgement due, JudgementProperties properties, JudgementDue marks) {
        this.due = due;
        this.properties = properties;
        marks.onMarked(this::wake);
    }

    private void wake() {
        if (signals.availablePermits() < properties.workers()) {
            signals.release();
        }
    }

    @Override
    public void start() {
        running = true;
        for (int i = 0; i < properties.workers(); i++) {
            threads.add(Thread.ofVirtual().name("judgement-" + i).start(this::drain));
        }
    }

    private void drain() {
        while (running) {
            try {
                while (running && due.judgeSome(properties.batch()) > 0) {
                    // As long as there is something; the other worker may take of it too.
                    wake();
                }
                signals.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("judging what is due failed and is tried again", e);
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Lets a running transaction end. */
    @Override
    public void stop() {
        running = false;
        signals.release(threads.size());
        for (Thread thread : threads) {
            try {
                if (!thread.join(STOP_WITHIN)) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
