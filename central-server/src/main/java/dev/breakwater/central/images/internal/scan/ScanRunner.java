package dev.breakwater.central.images.internal.scan;

import dev.breakwater.central.images.Registry.ScannedBy;
import dev.breakwater.central.images.ScannedContent;
import dev.breakwater.central.images.ScannedImages;
import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.central.images.internal.registry.RegistryAccesses;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.scanner.ImageRequest;
import dev.breakwater.scanner.ImageScanner;
import dev.breakwater.scanner.ImageSource;
import dev.breakwater.scanner.Platform;
import dev.breakwater.scanner.RegistryAccess;
import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanLimits;
import dev.breakwater.scanner.ScanProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does one job after the other: fetches the image, looks inside and keeps what it finds. */
@Component
class ScanRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ScanRunner.class);
    private static final Duration BETWEEN_HEARTBEATS = Duration.ofSeconds(2);

    private final ScanTable table;
    private final ScanOutcomes outcomes;
    private final RegistryAccesses accesses;
    private final ScannedImages contents;
    private final TransactionTemplate transaction;
    private final ImagesProperties properties;
    private final Clock clock;
    private final ImageScanner scanner;

    ScanRunner(
            ScanTable table,
            ScanOutcomes outcomes,
            RegistryAccesses accesses,
            ScannedImages contents,
            StoredLayers layers,
            PlatformTransactionManager transactions,
            ImagesProperties properties,
            Clock clock) {
        this.table = table;
        this.outcomes = outcomes;
        this.accesses = accesses;
        this.contents = contents;
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
        this.clock = clock;
        this.scanner = new ImageScanner(layers, limits(properties));
    }

    private static ScanLimits limits(ImagesProperties properties) {
        ScanLimits usual = ScanLimits.DEFAULT;
        return new ScanLimits(
                usual.layers(),
                usual.layerBytes(),
                usual.imageBytes(),
                usual.entries(),
                usual.depth(),
                usual.expansion(),
                usual.entryBytes(),
                properties.timeout());
    }

    /** Does the next job; whether there was one. */
    boolean runOne() {
        Instant now = clock.instant();
        Optional<ScanJob> claimed = transaction.execute(status -> table.claim(now, now.plus(properties.lease())));
        if (claimed == null || claimed.isEmpty()) {
            return false;
        }
        run(claimed.get());
        return true;
    }

    private void run(ScanJob job) {
        Heartbeat heartbeat = new Heartbeat(job);
        try {
            RegistryAccess access = access(job);
            ImageContents found = scanner.scan(
                    new ImageRequest(new ImageSource.Registry(job.reference(), access), Platform.parse(job.platform())),
                    heartbeat);
            keep(job, found);
        } catch (NotConfigured e) {
            outcomes.givenUp(job, "NOT_CONFIGURED", String.valueOf(e.getMessage()));
        } catch (ScanFailed e) {
            failed(job, heartbeat, e);
        } catch (RuntimeException e) {
            LOG.warn("scan failed by a fault of ours: image={} job={}", job.reference(), job.id(), e);
            outcomes.failed(job, "FAULT", "A fault of central; its log has more under the job's id " + job.id() + ".");
        }
    }

    /** A registry that nobody set, and that is not called without. */
    private static final class NotConfigured extends Exception {

        private static final long serialVersionUID = 1L;

        NotConfigured(String message) {
            super(message);
        }
    }

    private RegistryAccess access(ScanJob job) throws NotConfigured {
        RegistryAccesses.Way way = accesses.to(job.registry());
        if (way.scannedBy() == ScannedBy.NOBODY) {
            throw new NotConfigured("Images of " + job.registry() + " are not to be scanned.");
        }
        return way.access()
                .orElseThrow(() -> new NotConfigured("The registry " + job.registry()
                        + " is not among the registries; add it, so that central may ask it."));
    }

    private void keep(ScanJob job, ImageContents found) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            // First of all, so that of two that overtook each other only one stores.
            if (table.done(job, found.layers().size(), now)) {
                contents.store(new ScannedContent(
                        found,
                        job.digest() == null ? Set.of() : Set.of(job.digest()),
                        job.imageId(),
                        true,
                        "central",
                        "breakwater " + scanner.revision(),
                        now));
            }
        });
        outcomes.succeeded(job);
    }

    private void failed(ScanJob job, Heartbeat heartbeat, ScanFailed failure) {
        // The mark of an interrupted thread would fail what is written now.
        Thread.interrupted();
        if (heartbeat.lost) {
            // Somebody took it back, or another replica goes on with it.
            return;
        }
        if (failure.reason() == ScanFailed.Reason.CANCELLED) {
            table.release(job, clock.instant());
            return;
        }
        if (failure.reason().isWorthRetrying()) {
            outcomes.failed(job, failure.reason().name(), String.valueOf(failure.getMessage()));
        } else {
            outcomes.givenUp(job, failure.reason().name(), String.valueOf(failure.getMessage()));
        }
    }

    /** Says now and then that the job goes on, and ends it if it was taken back. */
    private final class Heartbeat implements ScanProgress {

        private final ScanJob job;
        private Instant next = Instant.MIN;
        private volatile boolean lost;

        Heartbeat(ScanJob job) {
            this.job = job;
        }

        @Override
        public void at(int layersDone, int layers, long bytes) {
            Instant now = clock.instant();
            if (now.isBefore(next) || lost) {
                return;
            }
            next = now.plus(BETWEEN_HEARTBEATS);
            if (!table.heartbeat(job, layersDone, layers, bytes, now.plus(properties.lease()))) {
                lost = true;
                Thread.currentThread().interrupt();
            }
        }
    }
}
