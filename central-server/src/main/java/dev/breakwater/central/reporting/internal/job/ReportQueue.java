package dev.breakwater.central.reporting.internal.job;

import dev.breakwater.central.access.OnBehalf;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Busy;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.internal.ReportProperties;
import dev.breakwater.central.reporting.internal.definition.CronSchedule;
import dev.breakwater.central.reporting.internal.definition.ReportDefinitionTable;
import dev.breakwater.central.reporting.internal.job.JobTable.Claimed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts into the queue what is due, and makes what is in it. Whoever claims a job has it until its lease ends; whoever dies leaves
 * a lease that ends, and another one makes it. What was made is kept only by whoever still has the job.
 */
@Component
public class ReportQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ReportQueue.class);

    private final ReportDefinitionTable definitions;
    private final JobTable jobs;
    private final FileTable files;
    private final ReportMaker maker;
    private final Lists lists;
    private final ListDefinition<ReportJob> list;
    private final ReportProperties properties;
    private final ReportMetrics metrics;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReportQueue(
            ReportDefinitionTable definitions,
            JobTable jobs,
            FileTable files,
            ReportMaker maker,
            Lists lists,
            ListDefinition<ReportJob> list,
            ReportProperties properties,
            ReportMetrics metrics,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.definitions = definitions;
        this.jobs = jobs;
        this.files = files;
        this.maker = maker;
        this.lists = lists;
        this.list = list;
        this.properties = properties;
        this.metrics = metrics;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Makes jobs of what is due. However many moments were missed, there is one job, of the first of them; the next moment is the
     * first that is still to come.
     *
     * @return how many
     */
    public int enqueueDue() {
        int made = 0;
        while (Boolean.TRUE.equals(transaction.execute(status -> enqueueOne()))) {
            made++;
        }
        return made;
    }

    private boolean enqueueOne() {
        Instant now = clock.instant();
        ReportDefinition due = definitions.lockDue(now).orElse(null);
        if (due == null) {
            return false;
        }
        jobs.insert(due, "system", due.nextAt(), now);
        definitions.dueAt(due.id(), CronSchedule.next(due.report().schedule(), now));
        return true;
    }

    /**
     * Makes one report that is due.
     *
     * @return whether there was one
     */
    public boolean makeOne() {
        Claimed claimed = transaction.execute(
                status -> jobs.claim(clock.instant(), properties.lease()).orElse(null));
        if (claimed == null) {
            return false;
        }
        if (claimed.attempt() > properties.tries()) {
            giveUp(claimed);
            return true;
        }
        long started = System.nanoTime();
        Path folder = null;
        try (Progress progress = new Progress(jobs, claimed, properties, clock)) {
            folder = Files.createTempDirectory("breakwater-report");
            ReportMaker.Made made = maker.make(claimed, job(claimed.id(), AccessScope.EVERYTHING), folder, progress);
            progress.step(95, "keeping");
            keep(claimed, made);
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            fail(claimed, e);
        } finally {
            delete(folder);
            metrics.took(Duration.ofNanos(System.nanoTime() - started));
        }
        return true;
    }

    private ReportJob job(UUID id, AccessScope scope) {
        return lists.byId(list, id, scope).getFirst();
    }

    private void keep(Claimed claimed, ReportMaker.Made made) {
        Instant now = clock.instant();
        int days = claimed.definition().report().keepDays();
        transaction.executeWithoutResult(status -> {
            if (jobs.done(claimed, made.asOf(), made.rights(), now.plus(Duration.ofDays(days)), now)) {
                store(claimed.id(), made, now);
                jobs.destinations(claimed.id(), claimed.definition().report().destinations(), now);
                metrics.made();
            }
        });
    }

    private void store(UUID job, ReportMaker.Made made, Instant now) {
        try {
            files.store(job, made.files(), now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever had it before ended without a word, so that nobody counted it as failed. */
    private void giveUp(Claimed claimed) {
        jobs.failed(
                claimed,
                "Central stopped each of the " + properties.tries()
                        + " times that it was made. It may need more memory than there is: narrow the filter.",
                null,
                clock.instant());
        metrics.failed(true);
        LOG.warn("report given up, since central stopped whenever it was made: job={}", claimed.id());
    }

    private void fail(Claimed claimed, Throwable failure) {
        Throwable cause =
                failure instanceof UncheckedIOException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof Progress.Lost) {
            LOG.info("a report is not made here any more: job={} attempt={}", claimed.id(), claimed.attempt());
            return;
        }
        String lasting = lasting(cause);
        Instant now = clock.instant();
        boolean last = lasting != null || claimed.attempt() >= properties.tries();
        String reason = Objects.requireNonNullElseGet(lasting, () -> passing(cause));
        jobs.failed(claimed, reason, last ? null : now.plus(Pauses.after(claimed.attempt(), properties)), now);
        metrics.failed(last);
        LOG.warn(
                "report not made: job={} attempt={} givenUp={} reason={}",
                claimed.id(),
                claimed.attempt(),
                last,
                reason,
                lasting == null ? cause : null);
    }

    /** Why trying again would not help, {@code null} if it might. */
    private @Nullable String lasting(Throwable cause) {
        return switch (cause) {
            case OnBehalf.NoLonger gone -> gone.getMessage();
            case MadeFile.TooLarge large -> large.getMessage();
            case Progress.TooLong slow ->
                "Making it took longer than " + properties.longest().toMinutes()
                        + " minutes. Narrow the filter, or raise breakwater.reports.longest.";
            case OutOfMemoryError much ->
                "It needs more memory than central has. Narrow the filter, leave the PDF out, or give central more.";
            case StackOverflowError deep -> "What it is made of lies too deep.";
            case ReportContexts.CannotBeMade gone -> gone.getMessage();
            case InvalidRequest invalid ->
                "'" + invalid.field() + "' is '" + invalid.value() + "'; allowed: " + invalid.allowed() + ".";
            case org.springframework.security.access.AccessDeniedException denied ->
                "The author of the report may not read this any more.";
            default -> null;
        };
    }

    private static String passing(Throwable cause) {
        return cause instanceof Busy busy
                ? busy.getMessage()
                : "It failed unexpectedly: " + cause.getClass().getSimpleName() + ". The log of central says more.";
    }

    /**
     * Deletes the files of what is kept no longer.
     *
     * @return of how many jobs
     */
    public int expire() {
        Integer expired = transaction.execute(status -> jobs.expire(clock.instant()));
        return expired == null ? 0 : expired;
    }

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warn("files of a report could not be cleared away: folder={}", folder, e);
        }
    }
}
