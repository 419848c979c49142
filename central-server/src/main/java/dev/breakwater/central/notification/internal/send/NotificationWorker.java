package dev.breakwater.central.notification.internal.send;

import dev.breakwater.central.notification.internal.NotificationProperties;
import dev.breakwater.central.notification.internal.outbox.FleetWatcher;
import dev.breakwater.central.notification.internal.outbox.Gatherer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
    private final Semaphore stopping = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    NotificationWorker(
            Gatherer gatherer, FleetWatcher watcher, Dispatcher dispatcher, NotificationProperties properties) {
        this.gatherer = gatherer;
        this.watcher = watcher;
        this.dispatcher = dispatcher;
        this.properties = properties;
    }

    @Override
    public void start() {
        running = true;
        if (properties.workers() > 0) {
            begin("notification-watch", properties.watch(), stopping, watcher::look);
            begin("notification-gather", properties.poll(), stopping, () -> made.release(gatherer.gather()));
        }
        for (int i = 0; i < properties.workers(); i++) {
            begin("notification-" + i, properties.poll(), made, this::sendAll);
        }
    }

    private void sendAll() {
        while (running && dispatcher.sendOne()) {
            // As long as there is something.
            Thread.onSpinWait();
        }
    }

    private void begin(String name, Duration every, Semaphore signal, Runnable work) {
        threads.add(Thread.ofVirtual().name(name).start(() -> {
            while (running) {
                Duration pause = every;
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.warn("notifications: {} failed and is tried again", name, e);
                    pause = PAUSE_AFTER_FAILURE;
                }
                try {
                    signal.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }));
    }

    /** Lets what is being sent end, as its claim would else have to run out first. */
    @Override
    public void stop() {
        running = false;
        made.release(threads.size());
        stopping.release(threads.size());
        Duration patience = properties.timeout().plusSeconds(5);
        for (Thread thread : threads) {
            try {
                if (!thread.join(patience)) {
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
