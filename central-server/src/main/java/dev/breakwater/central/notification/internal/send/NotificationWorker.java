package dev.breakwater.central.notification.internal.send;

import dev.breakwater.central.notification.internal.NotificationProperties;
import dev.breakwater.central.notification.internal.outbox.FleetWatcher;
import dev.breakwater.central.notification.internal.outbox.Gatherer;
import dev.breakwater.central.platform.BackgroundLoops;
import dev.breakwater.central.platform.BackgroundLoops.Ending;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Watches, gathers and sends by the clock, as long as central runs. */
@Component
class NotificationWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationWorker.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final Gatherer gatherer;
    private final FleetWatcher watcher;
    private final Dispatcher dispatcher;
    private final NotificationProperties properties;
    private final Semaphore made = new Semaphore(0);
    /** What is being sent may end, as its claim would else have to run out first. */
    private final BackgroundLoops loops =
            new BackgroundLoops(LOG, Thread.ofVirtual(), PAUSE_AFTER_FAILURE, Ending.LET_END);

    NotificationWorker(
            Gatherer gatherer, FleetWatcher watcher, Dispatcher dispatcher, NotificationProperties properties) {
        this.gatherer = gatherer;
        this.watcher = watcher;
        this.dispatcher = dispatcher;
        this.properties = properties;
    }

    @Override
    public void start() {
        loops.start();
        if (properties.workers() > 0) {
            loops.begin("notification-watch", properties.watch(), watcher::look);
            loops.begin("notification-gather", properties.poll(), () -> made.release(gatherer.gather()));
        }
        for (int i = 0; i < properties.workers(); i++) {
            loops.begin("notification-" + i, properties.poll(), made, () -> loops.drain(dispatcher::sendOne));
        }
    }

    @Override
    public void stop() {
        loops.stop(properties.timeout().plusSeconds(5));
    }

    @Override
    public boolean isRunning() {
        return loops.isRunning();
    }
}
