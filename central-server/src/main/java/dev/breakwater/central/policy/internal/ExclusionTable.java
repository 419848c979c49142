package dev.breakwater.central.policy.internal;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.policy.NewExclusion;
import dev.breakwater.engine.policy.Policy.Exclusion;
import dev.breakwater.engine.policy.Policy.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes {@code policy_exclusions}. */
@Component
class ExclusionTable {

    private static final String HOLDS = "removed_at is null and (expires_at is null or expires_at > ?::timestamptz)";

    private final JdbcTemplate jdbc;

    ExclusionTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that hold, by policy. */
    Map<UUID, List<Exclusion>> holding(Instant at) {
        Map<UUID, List<Exclusion>> byPolicy = new HashMap<>();
        jdbc.query(
                "select * from policy_exclusions where " + HOLDS + " order by id",
                row -> {
                    byPolicy.computeIfAbsent(Sql.uuid(row, "policy_id"), key -> new ArrayList<>())
                            .add(new Exclusion(
                                    Sql.uuid(row, "id"),
                                    row.getString("reason"),
                                    row.getString("author"),
                                    scope(row),
                                    Sql.instantOrNull(row, "expires_at")));
                },
                at.toString());
        return byPolicy;
    }

    int countHolding(UUID policyId, Instant at) {
        Integer count = jdbc.queryForObject(
                "select count(*) from policy_exclusions where " + HOLDS + " and policy_id = ?",
                Integer.class,
                at.toString(),
                policyId);
        return count == null ? 0 : count;
    }

    void insert(UUID id, NewExclusion wanted, String author, Instant at) {
        Scope scope = wanted.scope();
        jdbc.update(
                """
                insert into policy_exclusions (id, policy_id, cluster, namespace, workload, labels, namespace_labels,
                    reason, author, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz)
                """,
                id,
                wanted.policyId(),
                scope.cluster(),
                scope.namespace(),
                scope.workload(),
                Rows.array("text", scope.labels()),
                Rows.array("text", scope.namespaceLabels()),
                wanted.reason(),
                author,
                at.toString(),
                wanted.expiresAt() == null ? null : wanted.expiresAt().toString());
    }

    void remove(UUID id, String actor, Instant at) {
        jdbc.update(
                "update policy_exclusions set removed_at = ?::timestamptz, removed_by = ? where id = ? and removed_at is null",
                at.toString(),
                actor,
                id);
    }

    static Scope scope(ResultSet row) throws SQLException {
        return new Scope(
                row.getString("cluster"),
                row.getString("namespace"),
                row.getString("workload"),
                Sql.texts(row, "labels"),
                Sql.texts(row, "namespace_labels"));
    }
}
