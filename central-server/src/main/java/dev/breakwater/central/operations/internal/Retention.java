package dev.breakwater.central.operations.internal;

import dev.breakwater.central.operations.KeptData;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.system.RetentionRule;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what is older than its rule keeps it, a little at a time so that nobody waits, once a day in whichever replica comes
 * first. Rows are never moved elsewhere: whoever needs them longer exports them or sets more days.
 */
@Component
public class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int ROWS = 5_000;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration BETWEEN = Duration.ofHours(20);
    private static final int LOCK_SPACE = 0x4257;
    private static final int LOCK = 7;

    private record Run(Instant at, long deleted, boolean complete, String error) {}

    private final List<RetentionRule> rules;
    private final RetentionProperties properties;
    private final JdbcTemplate jdbc;
    private final HealthSamples samples;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Clock clock;

    Retention(
            List<RetentionRule> rules,
            RetentionProperties properties,
            JdbcTemplate jdbc,
            HealthSamples samples,
            PlatformTransactionManager transactions,
            MeterRegistry meters,
            Clock clock) {
        properties.check(rules);
        this.rules = List.copyOf(rules);
        this.properties = properties;
        this.jdbc = jdbc;
        this.samples = samples;
        this.transaction = new TransactionTemplate(transactions);
        this.meters = meters;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void runDaily() {
        if (!properties.enabled()) {
            return;
        }
        Map<String, Run> last = lastRuns();
        Instant due = clock.instant().minus(BETWEEN);
        for (RetentionRule rule : rules) {
            Run run = last.get(rule.name());
            if (run == null || run.at().isBefore(due) || !run.complete()) {
                run(rule);
            }
        }
    }

    /** Deletes everything that a rule no longer keeps, as far as half an hour goes. */
    public void run(RetentionRule rule) {
        Instant start = clock.instant();
        long started = System.nanoTime();
        Instant before = start.minus(Duration.ofDays(properties.daysOf(rule)));
        long deleted = 0;
        boolean complete = false;
        String error = "";
        try {
            while (!complete && System.nanoTime() - started < LONGEST.toNanos()) {
                int some = deleteSome(rule, before);
                deleted += some;
                complete = some < ROWS;
            }
        } catch (RuntimeException e) {
            LOG.error("old data could not be deleted: rule={}", rule.name(), e);
            error = "failed; the log of central says why";
        }
        meters.counter("breakwater.retention.deleted", "rule", rule.name()).increment(deleted);
        record(rule, start, (System.nanoTime() - started) / 1_000_000, deleted, complete, error);
    }

    private int deleteSome(RetentionRule rule, Instant before) {
        Integer deleted = transaction.execute(status -> {
            // Another replica that is at it does this part as well as we would.
            Boolean ours =
                    jdbc.queryForObject("select pg_try_advisory_xact_lock(?, ?)", Boolean.class, LOCK_SPACE, LOCK);
            return Boolean.TRUE.equals(ours) ? jdbc.update(rule.delete(), before.toString(), ROWS) : 0;
        });
        return deleted == null ? 0 : deleted;
    }

    private void record(RetentionRule rule, Instant start, long millis, long deleted, boolean complete, String error) {
        jdbc.update("""
                insert into retention_runs (rule, started_at, took_millis, deleted, complete, error)
                values (?, ?::timestamptz, ?, ?, ?, ?)
                on conflict (rule) do update set started_at = excluded.started_at, took_millis = excluded.took_millis,
                    deleted = excluded.deleted, complete = excluded.complete, error = excluded.error
                """, rule.name(), start.toString(), millis, deleted, complete, error);
    }

    /** What is kept, for how long, how large it is and where that leads. */
    public List<KeptData> kept() {
        Map<String, Run> last = lastRuns();
        return rules.stream().map(rule -> kept(rule, last.get(rule.name()))).toList();
    }

    private KeptData kept(RetentionRule rule, @Nullable Run run) {
        long bytes = bytes(rule);
        return new KeptData(
                rule.name(),
                rule.what(),
                properties.daysOf(rule),
                bytes,
                samples.forecast(sampleName(rule), bytes, clock.instant()),
                run == null ? null : run.at(),
                run == null ? 0 : run.deleted(),
                run == null ? "" : run.error());
    }

    /** The sizes of what is kept, for the history that the forecast is made from. */
    Map<String, Double> sizes() {
        Map<String, Double> sizes = new HashMap<>();
        rules.forEach(rule -> sizes.put(sampleName(rule), (double) bytes(rule)));
        return sizes;
    }

    private long bytes(RetentionRule rule) {
        Long bytes = jdbc.queryForObject(
                "select coalesce(sum(pg_total_relation_size(t::regclass)), 0) from unnest(?::text[]) t",
                Long.class,
                Rows.array("text", rule.tables()));
        return bytes == null ? 0 : bytes;
    }

    private static String sampleName(RetentionRule rule) {
        return "kept." + rule.name();
    }

    private Map<String, Run> lastRuns() {
        Map<String, Run> runs = new HashMap<>();
        jdbc.query("select rule, started_at, deleted, complete, error from retention_runs", row -> {
            runs.put(
                    row.getString("rule"),
                    new Run(
                            Sql.instant(row, "started_at"),
                            row.getLong("deleted"),
                            row.getBoolean("complete"),
                            row.getString("error")));
        });
        return runs;
    }
}
