package dev.breakwater.central.images.internal.signature;

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
    private final Semaphore stopping = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    SignatureWorker(SignatureLooks looks, SignatureVerdicts verdicts, ImagesProperties properties) {
        this.looks = looks;
        this.verdicts = verdicts;
        this.properties = properties;
    }

    @Override
    public void start() {
        running = true;
        if (properties.workers() == 0) {
            return;
        }
        begin("signatures", () -> {
            looks.queueRunning();
            int verified = 1;
            while (running && verified > 0) {
                verified = verdicts.verifyPending();
            }
        });
        for (int i = 0; i < LOOKERS; i++) {
            begin("signatures-" + i, () -> {
                boolean more = true;
                while (running && more) {
                    more = looks.lookAtOne();
                }
            });
        }
    }

    /** Waiting for registries is all that they do for long. */
    private void begin(String name, Runnable work) {
        threads.add(Thread.ofVirtual().name(name).start(() -> {
            while (running) {
                Duration pause = properties.poll();
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.warn("images: {} failed and is tried again", name, e);
                    pause = PAUSE_AFTER_FAILURE;
                }
                try {
                    stopping.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }));
    }

    @Override
    public void stop() {
        running = false;
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
