package dev.breakwater.central.reporting.internal.job;

import dev.breakwater.central.reporting.internal.ReportProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks at the clock, makes and brings reports, as long as central runs. */
@Component
class ReportWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReportWorker.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ReportQueue queue;
    private final ReportSender sender;
    private final ReportProperties properties;
    private final Semaphore stopping = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    ReportWorker(ReportQueue queue, ReportSender sender, ReportProperties properties) {
        this.queue = queue;
        this.sender = sender;
        this.properties = properties;
    }

    @Override
    public void start() {
        running = true;
        if (properties.workers() == 0) {
            return;
        }
        begin("report-clock", () -> {
            queue.enqueueDue();
            queue.expire();
        });
        begin("report-sender", () -> repeat(sender::sendOne));
        for (int i = 0; i < properties.workers(); i++) {
            begin("report-" + i, () -> repeat(queue::makeOne));
        }
    }

    private void repeat(java.util.function.BooleanSupplier work) {
        while (running && work.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** On threads of their own: drawing pages takes a processor for seconds, which others must not wait for. */
    private void begin(String name, Runnable work) {
        threads.add(Thread.ofPlatform()
                .name(name)
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(() -> {
                    while (running) {
                        Duration pause = properties.poll();
                        try {
                            work.run();
                        } catch (RuntimeException e) {
                            LOG.warn("reports: {} failed and is tried again", name, e);
                            pause = AFTER_FAILURE;
                        }
                        try {
                            stopping.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                        } catch (InterruptedException e) {
                            return;
                        }
                    }
                }));
    }

    /** Lets what is nearly done end; what is not is made by whoever comes next, once its lease is over. */
    @Override
    public void stop() {
        running = false;
        stopping.release(threads.size());
        for (Thread thread : threads) {
            try {
                if (!thread.join(PATIENCE)) {
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
