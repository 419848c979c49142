package dev.breakwater.central.vulnerabilities.internal.feed;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.vulnerabilities.ImageChange.Cause;
import dev.breakwater.central.vulnerabilities.internal.match.MatchingWorker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a feed away with all that it said, some entries at a time, so that nothing else has to wait for long. From the first moment on
 * it covers nothing; what it alone said is found no more as its advisories go. Whatever stops it, it goes on.
 */
@Component
class FeedRemoval {

    private static final Logger LOG = LoggerFactory.getLogger(FeedRemoval.class);

    /** Advisories of one transaction. */
    static final int SOME = 5_000;

    private final JdbcTemplate jdbc;
    private final FeedTable feeds;
    private final AliasTable aliases;
    private final SignalStore signals;
    private final Covered covered;
    private final ChangedVulnerabilities changed;
    private final MatchingWorker worker;
    private final TransactionTemplate transaction;
    private final Set<String> going = ConcurrentHashMap.newKeySet();

    FeedRemoval(
            JdbcTemplate jdbc,
            FeedTable feeds,
            AliasTable aliases,
            SignalStore signals,
            Covered covered,
            ChangedVulnerabilities changed,
            MatchingWorker worker,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.feeds = feeds;
        this.aliases = aliases;
        this.signals = signals;
        this.covered = covered;
        this.changed = changed;
        this.worker = worker;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Has a feed removed, within the transaction of the caller: it covers nothing from now on. */
    void begin(String name) {
        feeds.lock();
        Map<String, Covered.How> before = covered.now();
        feeds.removing(name);
        covered.lookAgain(before, cause(name));
        worker.wakeAfterCommit();
    }

    /**
     * Removes a part of a feed that is being removed.
     *
     * @param most advisories that go
     * @return whether something of it is left
     */
    boolean some(String name, int most) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            feeds.lock();
            Optional<Integer> feed = feeds.beingRemoved(name);
            boolean left = feed.isPresent() && some(feed.get(), name, most);
            worker.wakeAfterCommit();
            return left;
        }));
    }

    private boolean some(int feed, String name, int most) {
        List<String> advisories = jdbc.queryForList(
                "select name from advisories where feed_id = ? order by id limit ?", String.class, feed, most);
        if (!advisories.isEmpty()) {
            changed.begin();
            changed.note(feed, Cause.FEED, cause(name), advisories);
            jdbc.update(
                    "delete from advisories where feed_id = ? and name = any(?)", feed, Rows.array("text", advisories));
            aliases.tidy();
            changed.leaveForMatching();
        }
        if (advisories.size() == most) {
            feeds.left(feed);
            return true;
        }
        boolean catalogued = signals.isCatalogued();
        boolean signalled = signals.drop(feed);
        feeds.remove(feed);
        if (signalled) {
            signals.resolve();
            signals.lookAgainIfOtherThan(catalogued, cause(name));
        }
        return false;
    }

    private static String cause(String name) {
        return "the feed " + name + " was removed";
    }

    /** Removes what is left, beside whoever asked for it. */
    void goOn(String name) {
        if (going.add(name)) {
            Thread.ofVirtual().name("feed-removal").start(() -> {
                try {
                    boolean left;
                    do {
                        left = some(name, SOME);
                    } while (left);
                } catch (RuntimeException e) {
                    LOG.warn("a feed could not be removed and is tried again: feed={}", name, e);
                } finally {
                    going.remove(name);
                }
            });
        }
    }

    /** Goes on with what a stop interrupted, here or in another replica. */
    void goOn() {
        feeds.beingRemoved().forEach(this::goOn);
    }
}
