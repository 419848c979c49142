package dev.breakwater.central.images.internal.scan;

import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.central.inventory.JudgementDue;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.TransactionLocks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of jobs that failed, whoever did them: tried again after a while, or given up, which the workloads' facts tell. */
@Component
public class ScanOutcomes {

    private static final Logger LOG = LoggerFactory.getLogger(ScanOutcomes.class);
    private static final int LONGEST = 2_000;
    private static final int MOST_DOUBLINGS = 20;

    private final ScanTable table;
    private final JdbcTemplate jdbc;
    private final TransactionLocks locks;
    private final JudgementDue due;
    private final ScanMetrics metrics;
    private final ImagesProperties properties;
    private final Clock clock;

    ScanOutcomes(
            ScanTable table,
            JdbcTemplate jdbc,
            TransactionLocks locks,
            JudgementDue due,
            ScanMetrics metrics,
            ImagesProperties properties,
            Clock clock) {
        this.table = table;
        this.jdbc = jdbc;
        this.locks = locks;
        this.due = due;
        this.metrics = metrics;
        this.properties = properties;
        this.clock = clock;
    }

    /** It may go well later: tried again, unless that was done often enough. */
    @Transactional
    public void failed(ScanJob job, String reason, String error) {
        if (job.attempt() >= properties.tries()) {
            giveUp(job, reason, error);
            return;
        }
        Instant now = clock.instant();
        metrics.ended("failed");
        table.failed(job, reason, shortened(error), now, now.plus(pause(job.attempt())));
        LOG.info("scan failed and is tried again: image={} reason={} error={}", job.reference(), reason, error);
    }

    /** Trying again soon would not help. */
    @Transactional
    public void givenUp(ScanJob job, String reason, String error) {
        giveUp(job, reason, error);
    }

    /** It went well. */
    public void succeeded(ScanJob job) {
        metrics.ended("done");
        table.lookForSignatures(job, clock.instant());
        LOG.info("image scanned: image={} job={}", job.reference(), job.id());
    }

    private void giveUp(ScanJob job, String reason, String error) {
        if (!table.failed(job, reason, shortened(error), clock.instant(), null)) {
            return;
        }
        metrics.ended("given_up");
        LOG.warn("scan failed: image={} reason={} error={}", job.reference(), reason, error);
        List<UUID> images = table.images(job);
        if (!images.isEmpty()) {
            locks.holdClusters(jdbc.queryForList(
                    "select distinct w.cluster_id from workload_images u join workloads w on w.id = u.workload_id"
                            + " where u.image_id = any(?)",
                    UUID.class,
                    Rows.ids(images)));
            due.markUsersOfImages(images, "an image of it could not be looked into");
        }
    }

    private Duration pause(int failed) {
        long doubled = properties.firstPause().toMillis() << Math.min(failed - 1, MOST_DOUBLINGS);
        long bounded = Math.min(doubled, properties.longestPause().toMillis());
        return Duration.ofMillis(bounded / 2 + ThreadLocalRandom.current().nextLong(bounded / 2 + 1));
    }

    private static String shortened(String text) {
        String clean = text.replace('\0', '\ufffd');
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}
