package dev.breakwater.central.images.internal.watch;

import dev.breakwater.central.images.internal.ImagesProperties;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Watches registries by the clock, in a replica that scans. */
@Component
class WatchWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WatchWorker.class);
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RegistryWatch watch;
    private final ImagesProperties properties;
    private final Semaphore stopping = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean running;

    WatchWorker(RegistryWatch watch, ImagesProperties properties) {
        this.watch = watch;
        this.properties = properties;
    }

    @Override
    public void start() {
        running = true;
        if (properties.workers() == 0) {
            return;
        }
        thread = Thread.ofVirtual().name("registry-watch").start(() -> {
            boolean stopped = false;
            while (running && !stopped) {
                try {
                    stopped = stopping.tryAcquire(BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
                    if (!stopped) {
                        watch.lookAtAll();
                    }
                } catch (InterruptedException e) {
                    return;
                } catch (RuntimeException e) {
                    LOG.warn("registries cannot be watched now", e);
                }
            }
        });
    }

    @Override
    public void stop() {
        running = false;
        stopping.release();
        Thread watching = thread;
        if (watching != null) {
            watching.interrupt();
            try {
                watching.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
