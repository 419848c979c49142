package dev.breakwater.central.images.internal.signature;

import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.central.platform.BackgroundLoops;
import dev.breakwater.central.platform.BackgroundLoops.Ending;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for signatures and verifies them by the clock, in a replica that scans. */
@Component
class SignatureWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureWorker.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LOOKERS = 4;

    private final SignatureLooks looks;
    private final SignatureVerdicts verdicts;
    private final ImagesProperties properties;
    /** Waiting for registries is all that they do for long. */
    private final BackgroundLoops loops =
            new BackgroundLoops(LOG, Thread.ofVirtual(), PAUSE_AFTER_FAILURE, Ending.INTERRUPT);

    SignatureWorker(SignatureLooks looks, SignatureVerdicts verdicts, ImagesProperties properties) {
        this.looks = looks;
        this.verdicts = verdicts;
        this.properties = properties;
    }

    @Override
    public void start() {
        loops.start();
        if (properties.workers() == 0) {
            return;
        }
        loops.begin("signatures", properties.poll(), () -> {
            looks.queueRunning();
            loops.drain(() -> verdicts.verifyPending() > 0);
        });
        for (int i = 0; i < LOOKERS; i++) {
            loops.begin("signatures-" + i, properties.poll(), () -> loops.drain(looks::lookAtOne));
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
