package dev.breakwater.central.images.internal.scan;

import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.central.platform.BackgroundLoops;
import dev.breakwater.central.platform.BackgroundLoops.Ending;
import java.time.Duration;
import java.util.concurrent.Semaphore;
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
    /** Threads of the platform: reading layers is work for a processor, and readers of databases are native. */
    private final BackgroundLoops loops =
            new BackgroundLoops(LOG, Thread.ofPlatform().daemon(), PAUSE_AFTER_FAILURE, Ending.INTERRUPT);

    ScanWorker(ScanQueue queue, ScanRunner runner, ImagesProperties properties) {
        this.queue = queue;
        this.runner = runner;
        this.properties = properties;
    }

    @Override
    public void start() {
        loops.start();
        if (properties.workers() > 0) {
            loops.begin(
                    "scan-queue",
                    properties.poll(),
                    () -> queued.release(Math.min(properties.workers(), queue.queueRunning())));
        }
        for (int i = 0; i < properties.workers(); i++) {
            loops.begin("scan-" + i, properties.poll(), queued, () -> loops.drain(runner::runOne));
        }
    }

    @Override
    public void stop() {
        loops.stop(PATIENCE);
    }

    @Override
    public boolean isRunning() {
        return loops.isRunning();
    }
}
