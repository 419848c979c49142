package dev.breakwater.central.images.internal.base;

import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.central.images.internal.contents.LayerChains;
import dev.breakwater.central.images.internal.contents.StoredDocument;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Works out the layers of contents that were kept by an earlier version; once that is done it has nothing to do any more. */
@Component
public class ChainBackfill implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChainBackfill.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Each document can be some MB. */
    private static final int AT_ONCE = 20;

    private final StoredDocument documents;
    private final LayerChains chains;
    private final TransactionTemplate transaction;
    private final ImagesProperties properties;
    private @Nullable Thread thread;
    private volatile boolean running;

    ChainBackfill(
            StoredDocument documents,
            LayerChains chains,
            PlatformTransactionManager transactions,
            ImagesProperties properties) {
        this.documents = documents;
        this.chains = chains;
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
    }

    /** Does some; returns how many, 0 = all is done, or others are at it. */
    public int some() {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<StoredDocument.Kept> some = documents.withoutChain(AT_ONCE);
            some.forEach(one -> chains.keep(one.id(), one.contents(), one.scannedAt()));
            return some.size();
        }));
    }

    @Override
    public void start() {
        running = true;
        if (properties.workers() == 0) {
            return;
        }
        thread = Thread.ofVirtual().name("layer-chains").start(() -> {
            try {
                int done = 0;
                for (int some = some(); some > 0 && running; some = some()) {
                    done += some;
                }
                if (done > 0) {
                    LOG.info("layers of {} image contents were worked out", done);
                }
            } catch (RuntimeException e) {
                LOG.warn("layers of image contents cannot be worked out now; the next start tries again", e);
            }
        });
    }

    @Override
    public void stop() {
        running = false;
        Thread working = thread;
        if (working != null) {
            try {
                working.join(PATIENCE);
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
