package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.ControlException;
import dev.breakwater.central.compliance.ControlException.State;
import dev.breakwater.central.compliance.ControlException.Wish;
import dev.breakwater.central.platform.AccessScope.NamespaceRef;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes {@code compliance_exceptions}; nothing is deleted from it by hand. */
@Component
class ControlExceptionTable {

    private static final int MOST = 5_000;

    private final JdbcTemplate jdbc;

    ControlExceptionTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static ControlException read(ResultSet row) throws SQLException {
        return new ControlException(
                Sql.uuid(row, "id"),
                State.valueOf(row.getString("state")),
                row.getString("standard"),
                row.getString("control"),
                Sql.texts(row, "checks"),
                Sql.uuid(row, "cluster_id"),
                row.getString("cluster"),
                row.getString("namespace"),
                row.getString("object_kind"),
                row.getString("object_name"),
                row.getString("reason"),
                Sql.instant(row, "ends_at"),
                row.getString("requested_by"),
                Sql.instant(row, "requested_at"),
                row.getString("decided_by"),
                Sql.instantOrNull(row, "decided_at"),
                row.getString("decision"),
                row.getString("ended_by"),
                Sql.instantOrNull(row, "ended_at"),
                "");
    }

    /** Those of a cluster that hold. */
    List<ControlException> holding(UUID cluster, Instant now) {
        return jdbc.query(
                "select e.*, c.name as cluster from compliance_exceptions e join clusters c on c.id = e.cluster_id"
                        + " where e.state = 'APPROVED' and e.cluster_id = ? and e.ends_at > ?::timestamptz"
                        + " order by e.requested_at limit " + MOST,
                (row, number) -> read(row),
                cluster,
                now.toString());
    }

    /** Those about any of these checks in a cluster, newest first. */
    List<ControlException> about(List<String> checks, int most) {
        return jdbc.query(
                "select e.*, c.name as cluster from compliance_exceptions e join clusters c on c.id = e.cluster_id"
                        + " where e.checks && ?::text[] order by e.requested_at desc, e.id limit " + most,
                (row, number) -> read(row),
                Rows.array("text", checks));
    }

    void insert(UUID id, Wish wish, List<String> checks, String by, List<String> people, Instant at) {
        jdbc.update(
                "insert into compliance_exceptions (id, state, standard, control, checks, cluster_id, namespace, object_kind,"
                        + " object_name, reason, ends_at, requested_by, requested_for, requested_at, decided_by, decision,"
                        + " ended_by) values (?, 'REQUESTED', ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?::timestamptz, '', '',"
                        + " '')",
                id,
                wish.standard(),
                wish.control(),
                Rows.array("text", checks),
                wish.clusterId(),
                wish.namespace(),
                wish.kind(),
                wish.name(),
                wish.reason(),
                wish.endsAt().toString(),
                by,
                Rows.array("text", people),
                at.toString());
    }

    /** The people behind the request. */
    List<String> people(UUID id) {
        return jdbc
                .query(
                        "select requested_for from compliance_exceptions where id = ?",
                        (row, number) -> Sql.texts(row, "requested_for"),
                        id)
                .stream()
                .findFirst()
                .orElse(List.of());
    }

    /**
     * How many wait for others than these people, by the place that they are for.
     *
     * @param people whose own requests do not count
     */
    Map<NamespaceRef, Integer> waiting(List<String> people, Instant now) {
        Map<NamespaceRef, Integer> waiting = new HashMap<>();
        jdbc.query(
                "select cluster_id, namespace, count(*)::int as amount from compliance_exceptions where state = 'REQUESTED'"
                        + " and not requested_for && ?::text[] and ends_at > ?::timestamptz group by 1, 2",
                row -> {
                    waiting.put(
                            new NamespaceRef(Sql.uuid(row, "cluster_id"), row.getString("namespace")),
                            row.getInt("amount"));
                },
                Rows.array("text", people),
                now.toString());
        return waiting;
    }

    /** Decides one that waits; {@code false} if it does not wait any more. */
    boolean decide(UUID id, State state, String by, String note, Instant at) {
        return jdbc.update(
                        "update compliance_exceptions set state = ?, decided_by = ?, decision = ?, decided_at = ?::timestamptz"
                                + " where id = ? and state = 'REQUESTED'",
                        state.name(),
                        by,
                        note,
                        at.toString(),
                        id)
                == 1;
    }

    /** Ends one that holds; {@code false} if it does not hold any more. */
    boolean end(UUID id, String by, Instant at) {
        return jdbc.update(
                        "update compliance_exceptions set state = 'ENDED', ended_by = ?, ended_at = ?::timestamptz"
                                + " where id = ? and state = 'APPROVED'",
                        by,
                        at.toString(),
                        id)
                == 1;
    }

    /** Ends those whose time has come; how many. */
    int endExpired(Instant now) {
        return jdbc.update(
                "update compliance_exceptions set state = 'ENDED', ended_by = 'system', ended_at = ends_at"
                        + " where state = 'APPROVED' and ends_at <= ?::timestamptz",
                now.toString());
    }
}
