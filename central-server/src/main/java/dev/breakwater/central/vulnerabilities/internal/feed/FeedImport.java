package dev.breakwater.central.vulnerabilities.internal.feed;

import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.vulnerabilities.FeedRow.State;
import dev.breakwater.central.vulnerabilities.ImageChange.Cause;
import dev.breakwater.central.vulnerabilities.internal.match.MatchingLock;
import dev.breakwater.central.vulnerabilities.internal.match.MatchingWorker;
import dev.breakwater.feeds.FeedJudgement;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
            FeedProperties properties,
            MatchingWorker worker,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.feeds = feeds;
        this.aliases = aliases;
        this.signals = signals;
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
        AdvisoryStore store = new AdvisoryStore(jdbc, id, content.name(), aliases);
        FeedContent.Read read = read(content, store, now);
        int entries = read.signals() == null
                ? store.seen()
                : read.signals().epss().size() + read.signals().exploited().size();
        int before = store.before() + signals.of(id);
        Instant told = read.asOf();
        FeedJudgement judgement = judge(id, read, entries, before, told, now);
        int changed = store.changed();
        Map<String, Boolean> spokenBefore = spoken();
        boolean signalled = takeSignals(id, read);
        if (read.signals() == null || store.before() > 0) {
            store.finish();
            leaveForMatching(id, read, changed);
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
        lookAgain(differing(spokenBefore, spoken()), "the feed " + content.name() + " came");
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

    /** Only what concerns packages that are there is left to do. */
    private void leaveForMatching(int id, FeedContent.Read read, int changed) {
        if (changed > MANY) {
            // What the planner knows of these tables is from before the import.
            jdbc.execute(
                    "analyze advisories, advisory_vulnerabilities, advisory_packages, vulnerability_aliases, package_keys");
        }
        MatchingLock.hold(jdbc);
        jdbc.update("""
                insert into vulnerability_due (vulnerability_id, kind, cause, matching)
                select c.id, c.kind, c.cause, true from changed_vulnerabilities c
                where exists (select 1 from package_findings f where f.vulnerability_id = c.id)
                union
                select c.id, c.kind, c.cause, true
                from changed_vulnerabilities c join advisory_vulnerabilities l on l.vulnerability_id = c.id
                    join advisory_packages p on p.advisory_id = l.advisory_id
                    join package_keys k on k.ecosystem = p.ecosystem and k.name = p.name
                on conflict (vulnerability_id) do update set matching = true, kind = excluded.kind, cause = excluded.cause
                """);
        jdbc.update("delete from feed_ecosystems where feed_id = ?", id);
        jdbc.update(
                "insert into feed_ecosystems (feed_id, ecosystem, advisories, complete)"
                        + " select ?, p.ecosystem, count(distinct p.advisory_id), p.ecosystem = any(?) from advisory_packages p"
                        + " join advisories a on a.id = p.advisory_id where a.feed_id = ? group by 2",
                id,
                Rows.array("text", read.complete()),
                id);
        jdbc.update(
                "insert into feed_ecosystems (feed_id, ecosystem, advisories, complete) select ?, e, 0, e = any(?)"
                        + " from unnest(?::text[]) e on conflict do nothing",
                id,
                Rows.array("text", read.complete()),
                Rows.array("text", read.ecosystems()));
    }

    /** The ecosystems for which a feed in use is complete, and whether one of them is not too old. */
    private Map<String, Boolean> spoken() {
        Map<String, Boolean> fresh = new HashMap<>();
        jdbc.query("select ecosystem, fresh from covered_ecosystems", row -> {
            fresh.put(row.getString("ecosystem"), row.getBoolean("fresh"));
        });
        return fresh;
    }

    private static Set<String> differing(Map<String, Boolean> before, Map<String, Boolean> after) {
        Set<String> all = new HashSet<>(before.keySet());
        all.addAll(after.keySet());
        all.removeIf(one -> Objects.equals(before.get(one), after.get(one)));
        return all;
    }

    /** Whether anything is known of these packages changes: their workloads are judged anew, found something or not. */
    private void lookAgain(Set<String> ecosystems, String cause) {
        if (!ecosystems.isEmpty()) {
            jdbc.update(
                    "insert into package_due (package_id, kind, cause) select distinct package_id, ?, ? from package_keys"
                            + " where ecosystem = any(?) on conflict do nothing",
                    Cause.FEED.name(),
                    cause,
                    Rows.array("text", ecosystems));
        }
    }

    /** What is there is still as it is at the source. */
    public void unchanged(String name) {
        transaction.executeWithoutResult(status -> {
            lookAgain(Set.copyOf(feeds.unchanged(name, clock.instant())), "the feed " + name + " is as of now again");
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
            lookAgain(
                    Set.copyOf(feeds.markStale(clock.instant().minus(properties.maxAge()))),
                    "the feeds that speak for such packages became too old");
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
