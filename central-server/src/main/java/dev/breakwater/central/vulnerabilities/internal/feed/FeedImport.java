package dev.breakwater.central.vulnerabilities.internal.feed;

import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.vulnerabilities.FeedRow.State;
import dev.breakwater.central.vulnerabilities.internal.match.MatchingWorker;
import dev.breakwater.feeds.FeedJudgement;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes one feed in place of what was there of it, in one transaction: all of it or nothing. What it changes is left for
 * matching. A feed that cannot be relied on is refused, visibly, and what was there stays in use.
 */
@Component
public class FeedImport {

    private static final Logger LOG = LoggerFactory.getLogger(FeedImport.class);

    /** So many changed advisories make statistics of before useless. */
    private static final int MANY = 5_000;

    /** What an import came to. */
    public record Outcome(String name, State state, String reason, int entries, int changed) {}

    private final JdbcTemplate jdbc;
    private final FeedTable feeds;
    private final AliasTable aliases;
    private final SignalStore signals;
    private final Covered covered;
    private final ChangedVulnerabilities changes;
    private final FeedProperties properties;
    private final MatchingWorker worker;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FeedImport(
            JdbcTemplate jdbc,
            FeedTable feeds,
            AliasTable aliases,
            SignalStore signals,
            Covered covered,
            ChangedVulnerabilities changes,
            FeedProperties properties,
            MatchingWorker worker,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.feeds = feeds;
        this.aliases = aliases;
        this.signals = signals;
        this.covered = covered;
        this.changes = changes;
        this.properties = properties;
        this.worker = worker;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Takes a feed; what goes wrong with it is in the answer and stands beside the feed. */
    public Outcome take(FeedContent content) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> takeWithin(content)));
        } catch (FeedRefused e) {
            return refuse(content, State.REFUSED, String.valueOf(e.getMessage()), e.problems());
        } catch (Unread e) {
            LOG.warn("a feed could not be read: feed={}", content.name(), e);
            return refuse(content, State.FAILED, String.valueOf(e.getMessage()), List.of());
        }
    }

    private Outcome refuse(FeedContent content, State state, String reason, List<String> problems) {
        transaction.executeWithoutResult(status -> {
            feeds.refused(content.name(), content.source(), state, reason, problems, clock.instant());
            audit.record("refused", "feed", content.name(), content.name(), null, Map.of("reason", reason));
        });
        return new Outcome(content.name(), state, reason, 0, 0);
    }

    private Outcome takeWithin(FeedContent content) {
        Instant now = clock.instant();
        feeds.lock();
        int id = feeds.idOf(content.name(), "", content.source(), now);
        if (feeds.beingRemoved(content.name()).isPresent()) {
            throw new FeedRefused("It is being removed. Bring it again once it is gone.", List.of());
        }
        AdvisoryStore store = new AdvisoryStore(jdbc, id, content.name(), aliases, changes);
        FeedContent.Read read = read(content, store, now);
        int entries = read.signals() == null
                ? store.seen()
                : read.signals().epss().size() + read.signals().exploited().size();
        int before = store.before() + signals.of(id);
        Instant told = read.asOf();
        FeedJudgement judgement = judge(id, read, entries, before, told, now);
        int changed = store.changed();
        Map<String, Covered.How> coveredBefore = covered.now();
        boolean catalogued = signals.isCatalogued();
        boolean signalled = takeSignals(id, read);
        if (read.signals() == null || store.before() > 0) {
            store.finish();
            analyze(changed);
            changes.leaveForMatching();
            covered.write(id, read);
        }
        Instant asOf = told == null || told.isAfter(now) ? now : told;
        boolean stale = judgement.state() == FeedJudgement.State.OLD;
        State state = stale ? State.STALE : State.OK;
        // What is fetched from its publisher is as of now, dated or not.
        boolean undated = told == null && content.isBrought();
        String reason = stale ? judgement.reason() : undated ? FeedJudgement.UNDATED : "";
        feeds.taken(id, content, read, new FeedTable.Taken(entries, read.newest(), asOf), state, reason, now);
        if (signalled) {
            signals.resolve();
        }
        signals.lookAgainIfOtherThan(catalogued, "the feed " + content.name() + " came");
        covered.lookAgain(coveredBefore, "the feed " + content.name() + " came");
        Outcome outcome = new Outcome(content.name(), state, reason, entries, changed);
        audit.record("imported", "feed", content.name(), content.name(), null, outcome);
        worker.wakeAfterCommit();
        return outcome;
    }

    private static FeedContent.Read read(FeedContent content, AdvisoryStore store, Instant now) {
        try {
            return content.read(store, now);
        } catch (IOException e) {
            throw new Unread(e);
        }
    }

    /** By the rules that {@code bwctl} has, too. */
    private FeedJudgement judge(
            int id, FeedContent.Read read, int entries, int before, @Nullable Instant told, Instant now) {
        Instant inUse = feeds.asOf(id).orElse(null);
        String first = read.problems().isEmpty() ? "" : read.problems().getFirst();
        FeedJudgement judgement = FeedJudgement.of(
                new FeedJudgement.Measured(entries, read.unreadable(), first, told),
                inUse == null && before == 0 ? null : new FeedJudgement.Before(before, inUse),
                new FeedJudgement.Limits(properties.keepAtLeast(), properties.maxAge()),
                now);
        if (judgement.state() == FeedJudgement.State.REFUSED) {
            throw new FeedRefused(judgement.reason(), read.problems());
        }
        return judgement;
    }

    /** Whether its signals, or those that it had before it became a feed of advisories, change what counts. */
    private boolean takeSignals(int id, FeedContent.Read read) {
        if (read.signals() == null) {
            return signals.drop(id);
        }
        signals.take(id, read.signals());
        return true;
    }

    /** What the planner knows of these tables is from before the import. */
    private void analyze(int changes) {
        if (changes > MANY) {
            jdbc.execute(
                    "analyze advisories, advisory_vulnerabilities, advisory_packages, vulnerability_aliases, package_keys");
        }
    }

    /** What is there is still as it is at the source. */
    public void unchanged(String name) {
        transaction.executeWithoutResult(status -> {
            boolean catalogued = signals.isCatalogued();
            String cause = "the feed " + name + " is as of now again";
            covered.lookAgain(feeds.unchanged(name, clock.instant()), cause);
            signals.lookAgainIfOtherThan(catalogued, cause);
            if (signals.hasSeveralEstimates()) {
                // It became the newest.
                signals.resolve();
            }
            worker.wakeAfterCommit();
        });
    }

    /** A source could not be asked. */
    public void failed(String name, String source, String reason) {
        transaction.executeWithoutResult(
                status -> feeds.refused(name, source, State.FAILED, reason, List.of(), clock.instant()));
    }

    /** Marks what has become too old by now. */
    public void markStale() {
        transaction.executeWithoutResult(status -> {
            boolean catalogued = signals.isCatalogued();
            covered.lookAgain(
                    feeds.markStale(clock.instant().minus(properties.maxAge())),
                    "the feeds that speak for such packages became too old");
            signals.lookAgainIfOtherThan(catalogued, "the catalogue of what is exploited became too old");
            worker.wakeAfterCommit();
        });
    }

    /** It cannot be read as a whole. */
    private static final class Unread extends RuntimeException {
        Unread(IOException cause) {
            super("It cannot be read: " + cause.getMessage(), cause);
        }
    }
}
