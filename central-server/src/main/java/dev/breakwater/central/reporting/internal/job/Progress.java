package dev.breakwater.central.reporting.internal.job;

import dev.breakwater.central.reporting.internal.ReportProperties;
import dev.breakwater.central.reporting.internal.job.JobTable.Claimed;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says from time to time that a job is still being made, and how far it is; and finds out that it is not ours any more: cancelled,
 * overtaken after a long silence, or made for too long.
 */
final class Progress implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final int TOLD_IN_A_LEASE = 4;

    /** The job is not ours any more; nothing of it is kept. */
    static final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Making it took too long. */
    static final class TooLong extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final JobTable table;
    private final Claimed claimed;
    private final ReportProperties properties;
    private final Clock clock;
    private final Semaphore stepped = new Semaphore(0);
    private volatile boolean ended;
    private final Instant latest;
    private volatile boolean lost;
    private volatile int percent;
    private volatile String step = "begun";

    Progress(JobTable table, Claimed claimed, ReportProperties properties, Clock clock) {
        this.table = table;
        this.claimed = claimed;
        this.properties = properties;
        this.clock = clock;
        this.latest = clock.instant().plus(properties.longest());
        Thread.ofVirtual().name("report-progress").start(this::beat);
    }

    private void beat() {
        try {
            while (!lost && !ended) {
                stepped.tryAcquire(properties.lease().toMillis() / TOLD_IN_A_LEASE, TimeUnit.MILLISECONDS);
                stepped.drainPermits();
                if (!ended) {
                    tell();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() {
        try {
            lost = !table.alive(claimed, percent, step, clock.instant().plus(properties.lease()));
        } catch (RuntimeException e) {
            LOG.warn("how far a report is could not be told: job={}", claimed.id(), e);
        }
    }

    /** Notes how far it is; told by a thread of its own, as whoever makes the report reads in a snapshot. */
    void step(int percent, String step) {
        this.percent = percent;
        this.step = step;
        stepped.release();
        check();
    }

    /** Throws if the job is not ours any more or takes too long. */
    void check() {
        if (lost) {
            throw new Lost();
        }
        if (clock.instant().isAfter(latest)) {
            throw new TooLong();
        }
    }

    @Override
    public void close() {
        ended = true;
        stepped.release();
    }
}
