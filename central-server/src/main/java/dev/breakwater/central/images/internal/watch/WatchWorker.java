package dev.breakwater.central.images.internal.watch;

import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.central.platform.BackgroundLoops;
import dev.breakwater.central.platform.BackgroundLoops.Ending;
import java.time.Duration;
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
    private final BackgroundLoops loops = new BackgroundLoops(LOG, Thread.ofVirtual(), BETWEEN, Ending.INTERRUPT);

    WatchWorker(RegistryWatch watch, ImagesProperties properties) {
        this.watch = watch;
        this.properties = properties;
    }

    @Override
    public void start() {
        loops.start();
        if (properties.workers() > 0) {
            loops.begin("registry-watch", BETWEEN, watch::lookAtAll);
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
