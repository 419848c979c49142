package dev.breakwater.central.reporting.internal.job;

import dev.breakwater.central.platform.BackgroundLoops;
import dev.breakwater.central.platform.BackgroundLoops.Ending;
import dev.breakwater.central.reporting.internal.ReportProperties;
import dev.breakwater.central.reporting.internal.job.SignsOfLife.Part;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks at the clock, makes and brings reports, as long as central runs: some side by side, so that one that takes long does not hold
 * up the others.
 */
@Component
class ReportWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReportWorker.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ReportQueue queue;
    private final ReportSender sender;
    private final SignsOfLife life;
    private final ReportProperties properties;
    /**
     * On threads of their own: drawing pages takes a processor for seconds, which others must not wait for. What is not done at
     * the end is made by whoever comes next, once its lease is over.
     */
    private final BackgroundLoops loops = new BackgroundLoops(
            LOG, Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY), AFTER_FAILURE, Ending.LET_END);

    ReportWorker(ReportQueue queue, ReportSender sender, SignsOfLife life, ReportProperties properties) {
        this.queue = queue;
        this.sender = sender;
        this.life = life;
        this.properties = properties;
    }

    @Override
    public void start() {
        loops.start();
        if (properties.workers() == 0) {
            return;
        }
        loops.begin("report-clock", properties.poll(), () -> {
            life.of(Part.CLOCK);
            queue.enqueueDue();
            queue.expire();
        });
        for (int i = 0; i < properties.workers(); i++) {
            loops.begin("report-sender-" + i, properties.poll(), () -> drain(Part.SENDER, sender::sendOne));
            loops.begin("report-" + i, properties.poll(), () -> drain(Part.MAKER, queue::makeOne));
        }
    }

    /** Does one after the other; what takes long says that it is alive by its lease. */
    private void drain(Part part, BooleanSupplier one) {
        loops.drain(() -> {
            life.of(part);
            return one.getAsBoolean();
        });
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
