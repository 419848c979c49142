package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.Compliance.Moved;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.compliance.Standard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which objects of a cluster began or ceased to fail since it was added up, and what had changed of them. */
@Component
class ComplianceChanges {

    /** The most that one step tells of. */
    static final int SHOWN = 5;

    private static final int MOST = 2_000;
    private static final int LONGEST = 300;
    /** What was judged at the same time as it was added up may have been stored a little later. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final JdbcTemplate jdbc;

    ComplianceChanges(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One, with the checks that it concerns; none given = any. */
    private record Change(Moved moved, Set<String> checks) {}

    /** What is known of a cluster since an instant. */
    record Since(List<Moved> all, List<Set<String>> checks) {

        /** With objects other than workloads, by check. */
        Since and(Map<String, List<Moved>> others) {
            List<Moved> objects = new ArrayList<>(all);
            List<Set<String>> concerned = new ArrayList<>(checks);
            others.forEach((check, moved) -> moved.forEach(one -> {
                objects.add(shortened(one));
                concerned.add(Set.of(check));
            }));
            return new Since(objects, concerned);
        }

        private static Moved shortened(Moved one) {
            return new Moved(
                    one.change(),
                    one.check(),
                    one.kind(),
                    one.namespace(),
                    one.name(),
                    ComplianceChanges.shortened(one.why()));
        }

        /** Those that concern a control; what went is told only if fewer fail. */
        List<Moved> of(Standard.Control control, boolean fewerFail) {
            List<Moved> found = new ArrayList<>();
            for (int i = 0; i < all.size() && found.size() < SHOWN; i++) {
                Moved moved = all.get(i);
                boolean concerns = moved.change().equals("GONE")
                        ? fewerFail
                        : control.checks().stream().anyMatch(checks.get(i)::contains);
                if (concerns) {
                    found.add(moved);
                }
            }
            return found;
        }
    }

    Since of(UUID cluster, Instant last) {
        String since = last.minus(OVERLAP).toString();
        List<Change> found = new ArrayList<>(jdbc.query(
                """
                select distinct on (x.workload_id, x.check_id) x.check_id, x.fails, x.cause, w.kind, w.namespace, w.name,
                    (select h.detail from workload_history h where h.workload_id = x.workload_id and h.at >= b.since
                     order by h.id desc limit 1) as detail
                from (select ?::timestamptz as since) b
                    join compliance_changes x on x.cluster_id = ? and x.at >= b.since
                    join workloads w on w.id = x.workload_id
                order by x.workload_id, x.check_id, x.at desc limit ?
                """,
                (row, number) -> {
                    String detail = row.getString("detail");
                    return new Change(
                            new Moved(
                                    row.getBoolean("fails") ? "FAILS" : "MENDED",
                                    row.getString("check_id"),
                                    row.getString("kind"),
                                    row.getString("namespace"),
                                    row.getString("name"),
                                    shortened(detail == null || detail.isBlank() ? row.getString("cause") : detail)),
                            Set.of(row.getString("check_id")));
                },
                since,
                cluster,
                MOST));
        found.addAll(jdbc.query(
                """
                select w.kind, w.namespace, w.name, c.failed from workloads w join workload_checks c on c.workload_id = w.id
                where w.cluster_id = ? and w.first_seen_at >= ?::timestamptz order by w.first_seen_at, w.id limit ?
                """,
                (row, number) -> new Change(
                        new Moved(
                                "NEW",
                                "",
                                row.getString("kind"),
                                row.getString("namespace"),
                                row.getString("name"),
                                "it is new"),
                        new HashSet<>(Sql.texts(row, "failed"))),
                cluster,
                since,
                MOST));
        found.addAll(jdbc.query(
                """
                select kind, namespace, name from workload_history
                where cluster_id = ? and at >= ?::timestamptz and change = 'DELETED' order by id desc limit ?
                """,
                (row, number) -> new Change(
                        new Moved(
                                "GONE",
                                "",
                                row.getString("kind"),
                                row.getString("namespace"),
                                row.getString("name"),
                                "it was deleted"),
                        Set.of()),
                cluster,
                since,
                SHOWN));
        return new Since(
                found.stream().map(Change::moved).toList(),
                found.stream().map(Change::checks).toList());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
