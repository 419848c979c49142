package dev.breakwater.central.reporting.internal.job;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.reporting.ReportDelivery;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.internal.ReportProperties;
import dev.breakwater.central.reporting.internal.job.SentTable.Claimed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the files of reports where they go: at least once, never by two replicas at once. */
@Component
public class ReportSender {

    private static final Logger LOG = LoggerFactory.getLogger(ReportSender.class);
    private static final int TOLD_IN_A_LEASE = 4;

    private final SentTable table;
    private final FileTable files;
    private final Map<String, ReportDelivery> ways;
    private final Lists lists;
    private final ListDefinition<ReportJob> list;
    private final ReportProperties properties;
    private final ReportMetrics metrics;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReportSender(
            SentTable table,
            FileTable files,
            List<ReportDelivery> ways,
            Lists lists,
            ListDefinition<ReportJob> list,
            ReportProperties properties,
            ReportMetrics metrics,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.files = files;
        this.ways = ways.stream().collect(Collectors.toMap(ReportDelivery::kind, Function.identity()));
        this.lists = lists;
        this.list = list;
        this.properties = properties;
        this.metrics = metrics;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Brings the files of one report that is due one way.
     *
     * @return whether there was one
     */
    public boolean sendOne() {
        Claimed claimed = transaction.execute(
                status -> table.claim(clock.instant(), properties.lease()).orElse(null));
        if (claimed == null) {
            return false;
        }
        CountDownLatch sent = new CountDownLatch(1);
        Thread.ofVirtual().name("report-sending").start(() -> tell(claimed, sent));
        try {
            table.delivered(claimed, send(claimed), clock.instant());
            metrics.brought(true);
        } catch (ReportDelivery.Failed e) {
            fail(claimed, e);
        } finally {
            sent.countDown();
        }
        return true;
    }

    private void tell(Claimed claimed, CountDownLatch sent) {
        try {
            while (!sent.await(properties.lease().toMillis() / TOLD_IN_A_LEASE, TimeUnit.MILLISECONDS)) {
                table.alive(claimed, clock.instant().plus(properties.lease()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("that a report is being sent could not be told: delivery={}", claimed.id(), e);
        }
    }

    private String send(Claimed claimed) throws ReportDelivery.Failed {
        ReportDelivery way = ways.get(claimed.destination().kind());
        if (way == null) {
            throw new ReportDelivery.Failed(
                    "Nothing brings reports by the way " + claimed.destination().kind() + ".", true);
        }
        try {
            ReportJob job = job(claimed.job(), AccessScope.EVERYTHING);
            return way.deliver(
                    new ReportDelivery.Try(claimed.id(), claimed.attempt()),
                    claimed.definition(),
                    job,
                    claimed.destination(),
                    files.of(claimed.job()));
        } catch (RuntimeException e) {
            LOG.error("a report could not be brought: delivery={}", claimed.id(), e);
            throw new ReportDelivery.Failed(
                    "It failed unexpectedly: " + e.getClass().getSimpleName() + ".", false);
        }
    }

    private ReportJob job(UUID id, AccessScope scope) {
        return lists.byId(list, id, scope).getFirst();
    }

    private void fail(Claimed claimed, ReportDelivery.Failed failure) {
        boolean last = failure.isLasting() || claimed.attempt() >= properties.tries();
        table.failed(
                claimed,
                String.valueOf(failure.getMessage()),
                last ? null : clock.instant().plus(Pauses.after(claimed.attempt(), properties)));
        metrics.brought(false);
        LOG.warn(
                "report not brought: delivery={} attempt={} givenUp={} reason={}",
                claimed.id(),
                claimed.attempt(),
                last,
                failure.getMessage());
    }
}
