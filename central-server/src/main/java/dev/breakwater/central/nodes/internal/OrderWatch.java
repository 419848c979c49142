package dev.breakwater.central.nodes.internal;

import dev.breakwater.central.platform.BackgroundLoops;
import dev.breakwater.central.platform.BackgroundLoops.Ending;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Gives up orders of which nobody told the end in time. */
@Component
class OrderWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OrderWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OrderEnds ends;
    private final BackgroundLoops loops = new BackgroundLoops(LOG, Thread.ofVirtual(), EVERY, Ending.LET_END);

    OrderWatch(OrderEnds ends) {
        this.ends = ends;
    }

    @Override
    public void start() {
        loops.start();
        loops.begin("node-order-watch", EVERY, ends::expire);
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
