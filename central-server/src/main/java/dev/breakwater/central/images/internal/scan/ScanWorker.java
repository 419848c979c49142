package dev.breakwater.central.images.internal.scan;

import dev.breakwater.central.images.internal.ImagesProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Queues and scans by the clock, as long as central runs. */
@Component
class ScanWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ScanWorker.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ScanQueue queue;
    private final ScanRunner runner;
    private final ImagesProperties properties;
    private final Semaphore queued = new Semaphore(0);
    private final Semaphore stopping = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    ScanWorker(ScanQueue queue, ScanRunner runner, ImagesProperties properties) {
        this.queue = queue;
        this.runner = runner;
        this.properties = properties;
    }

    @Override
    public void start() {
        running = true;
        if (properties.workers() > 0) {
            begin("scan-queue", stopping, () -> queued.release(Math.min(properties.workers(), queue.queueRunning())));
        }
        for (int i = 0; i < properties.workers(); i++) {
            begin("scan-" + i, queued, this::runAll);
        }
    }

    private void runAll() {
        while (running && runner.runOne()) {
            // As long as there is something.
            Thread.onSpinWait();
        }
    }

    /** Threads of the platform: reading layers is work for a processor, and readers of databases are native. */
    private void begin(String name, Semaphore signal, Runnable work) {
        Thread thread = Thread.ofPlatform().name(name).daemon().unstarted(() -> {
            while (running) {
                Duration pause = properties.poll();
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.warn("images: {} failed and is tried again", name, e);
                    pause = PAUSE_AFTER_FAILURE;
                }
                try {
                    signal.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        threads.add(thread);
        thread.start();
    }

    /** What runs is cancelled and left to whoever is there. */
    @Override
    public void stop() {
        running = false;
        queued.release(threads.size());
        stopping.release(threads.size());
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join(PATIENCE);
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
