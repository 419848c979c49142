package dev.breakwater.central.images.internal.scan;

import dev.breakwater.central.fleet.SensorScans;
import dev.breakwater.central.images.ScannedContent;
import dev.breakwater.central.images.ScannedImages;
import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.central.images.internal.signature.SignatureLooks;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.scanner.ContentsCodec;
import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.signature.FoundSignatures;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Jobs in the hands of sensors. */
@Component
class SensorScanJobs implements SensorScans {

    private final ScanTable table;
    private final ScanOutcomes outcomes;
    private final ScannedImages contents;
    private final SignatureLooks signatures;
    private final JdbcTemplate jdbc;
    private final ImagesProperties properties;
    private final Clock clock;

    SensorScanJobs(
            ScanTable table,
            ScanOutcomes outcomes,
            ScannedImages contents,
            SignatureLooks signatures,
            JdbcTemplate jdbc,
            ImagesProperties properties,
            Clock clock) {
        this.table = table;
        this.outcomes = outcomes;
        this.contents = contents;
        this.signatures = signatures;
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Order> orders(UUID clusterId, int most) {
        Instant now = clock.instant();
        return table.claimForSensor(clusterId, most, now, now.plus(properties.lease())).stream()
                .map(job -> new Order(job.id(), job.attempt(), job.reference(), job.platform()))
                .toList();
    }

    @Override
    public void progressed(UUID clusterId, UUID job, int attempt, int layersDone, int layers, long bytes) {
        mine(clusterId, job, attempt)
                .ifPresent(mine -> table.heartbeat(
                        mine,
                        Math.max(0, layersDone),
                        Math.max(0, layers),
                        Math.max(0, bytes),
                        clock.instant().plus(properties.lease())));
    }

    /** A sensor cannot make a signature up: it is verified here. */
    @Override
    @Transactional
    public void signed(UUID clusterId, String cluster, UUID job, int attempt, byte[] found, String failure) {
        mine(clusterId, job, attempt).filter(mine -> mine.digest() != null).ifPresent(mine -> {
            String digest = mine.digest();
            if (found.length == 0) {
                signatures.failed(
                        digest, mine.registry(), "The sensor of " + cluster + " could not read them: " + failure);
                return;
            }
            try {
                FoundSignatures unpacked = FoundSignatures.unpack(found);
                if (unpacked.digest().equals(digest)) {
                    signatures.keep(digest, mine.registry(), unpacked, "sensor of " + cluster);
                } else {
                    signatures.failed(
                            digest, mine.registry(), "The sensor of " + cluster + " sent those of another image.");
                }
            } catch (IllegalArgumentException e) {
                signatures.failed(
                        digest, mine.registry(), "The sensor of " + cluster + " sent " + e.getMessage() + ".");
            }
        });
    }

    @Override
    @Transactional
    public void scanned(UUID clusterId, String cluster, UUID job, int attempt, byte[] packed) {
        Optional<ScanJob> mine = mine(clusterId, job, attempt);
        if (mine.isEmpty()) {
            return;
        }
        ImageContents found;
        try {
            found = ContentsCodec.read(packed);
        } catch (IllegalArgumentException e) {
            outcomes.givenUp(mine.get(), "DAMAGED", "The sensor sent " + e.getMessage() + ".");
            return;
        }
        if (!isOf(mine.get(), found)) {
            outcomes.givenUp(
                    mine.get(), "DAMAGED", "The sensor sent what is in another image that was looked into already.");
            return;
        }
        Instant now = clock.instant();
        if (table.done(mine.get(), found.layers().size(), now)) {
            String digest = mine.get().digest();
            contents.store(new ScannedContent(
                    found,
                    digest == null ? Set.of() : Set.of(digest),
                    mine.get().imageId(),
                    true,
                    "sensor of " + cluster,
                    "breakwater sensor",
                    now));
            outcomes.succeeded(mine.get());
        }
    }

    /** A sensor speaks of what its cluster runs: it must not put something in the place of what others saw of other images. */
    private boolean isOf(ScanJob job, ImageContents found) {
        if (found.digest().equals(job.digest())) {
            return true;
        }
        Integer others = jdbc.queryForObject(
                "select count(*) from image_content_digests d where d.digest in (?, ?)"
                        + " and not exists (select 1 from image_content_digests o where o.content_id = d.content_id"
                        + " and o.digest = ?)",
                Integer.class,
                found.digest(),
                found.configDigest(),
                job.digest());
        return others == null || others == 0;
    }

    @Override
    @Transactional
    public void failed(UUID clusterId, UUID job, int attempt, String reason, String detail) {
        mine(clusterId, job, attempt).ifPresent(mine -> {
            boolean again = Arrays.stream(ScanFailed.Reason.values())
                    .filter(known -> known.name().equals(reason))
                    .findFirst()
                    .map(ScanFailed.Reason::isWorthRetrying)
                    .orElse(true);
            if (again) {
                outcomes.failed(mine, reason, detail);
            } else {
                outcomes.givenUp(mine, reason, detail);
            }
        });
    }

    private Optional<ScanJob> mine(UUID clusterId, UUID job, int attempt) {
        return table.running(job, clusterId).filter(one -> one.attempt() == attempt);
    }
}
