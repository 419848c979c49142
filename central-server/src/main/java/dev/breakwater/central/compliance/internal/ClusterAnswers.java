package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.ControlResult.Sample;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.system.RetentionRule;
import dev.breakwater.engine.compliance.CheckResult;
import dev.breakwater.engine.compliance.ClusterChecks;
import dev.breakwater.engine.compliance.ClusterFacts;
import dev.breakwater.engine.compliance.Evidence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What checks say of a cluster as a whole, and of what this platform does for it. */
@Component
class ClusterAnswers {

    private static final Duration LATELY = Duration.ofDays(30);
    private static final String AUDIT = "audit-log";

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final int auditDays;

    ClusterAnswers(JdbcTemplate jdbc, Clock clock, List<RetentionRule> rules, Environment environment) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.auditDays = auditDays(rules, environment);
    }

    private static int auditDays(List<RetentionRule> rules, Environment environment) {
        if (!environment.getProperty("breakwater.retention.enabled", Boolean.class, true)) {
            return Integer.MAX_VALUE;
        }
        int usual = rules.stream()
                .filter(rule -> rule.name().equals(AUDIT))
                .mapToInt(RetentionRule::days)
                .findFirst()
                .orElse(0);
        return environment.getProperty("breakwater.retention.days." + AUDIT, Integer.class, usual);
    }

    /** The answers of each check of clusters. */
    List<CheckResult> of(UUID cluster) {
        Instant now = clock.instant();
        String lately = now.minus(LATELY).toString();
        return jdbc.query("""
                select c.last_contact_at,
                    array(select k.kind || ' (' || lower(replace(k.sight, '_', ' ')) || ')' from cluster_coverage k
                          where k.cluster_id = c.id and k.sight in ('FORBIDDEN', 'FAILED', 'OUT_OF_SIGHT') order by 1) as unseen,
                    (select count(*) from cluster_coverage k where k.cluster_id = c.id and k.sight = 'SEEN') as seen,
                    (select count(*) from gate_runs g where (g.cluster_id = c.id or g.cluster_id is null)
                        and g.at > b.lately) as gate_runs,
                    (select count(*) from violations v where v.cluster_id = c.id and v.state = 'OPEN' and v.severity >= 3
                        and v.opened_at < b.lately) as old_violations,
                    (select count(*) from notification_rules r where r.enabled
                        and exists (select 1 from notifiers n where n.enabled and r.document::text like '%' || n.id || '%'))
                        as routes,
                    (select count(*) from notification_deliveries d where d.state = 'DELIVERED' and d.created_at > b.lately)
                        as delivered,
                    (select count(*) from notification_deliveries d where d.state = 'DEAD' and d.created_at > b.lately)
                        as undelivered,
                    f.entries, f.as_of, (select count(*) from users u where u.enabled) as people
                from clusters c cross join (select ?::timestamptz as lately) b cross join (
                    select coalesce(sum(entries), 0) as entries, min(as_of) as as_of from feeds
                    where entries > 0 and format not in ('EPSS', 'KEV')) f
                where c.id = ?
                """, (row, number) -> facts(row), lately, cluster).stream()
                .findFirst()
                .map(facts -> ClusterChecks.judge(facts, now))
                .orElse(List.of());
    }

    private ClusterFacts facts(ResultSet row) throws SQLException {
        return new ClusterFacts(
                Sql.instantOrNull(row, "last_contact_at"),
                Sql.texts(row, "unseen"),
                row.getInt("seen"),
                row.getLong("gate_runs"),
                row.getLong("old_violations"),
                row.getLong("routes"),
                row.getLong("delivered"),
                row.getLong("undelivered"),
                row.getLong("entries"),
                Sql.instantOrNull(row, "as_of"),
                auditDays,
                row.getLong("people"));
    }

    /** An answer as evidence. */
    Sample sample(UUID cluster, String name, CheckResult result) {
        Evidence first = result.evidence().getFirst();
        return new Sample(
                result.check(),
                result.outcome(),
                cluster,
                "Cluster",
                "",
                name,
                first.field(),
                first.found(),
                first.expected(),
                first.path(),
                first.message(),
                clock.instant());
    }

    /** Its name. */
    String name(UUID cluster) {
        return jdbc.queryForList("select name from clusters where id = ?", String.class, cluster).stream()
                .findFirst()
                .orElse("");
    }
}
