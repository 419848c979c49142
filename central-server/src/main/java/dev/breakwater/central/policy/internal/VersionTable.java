package dev.breakwater.central.policy.internal;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.policy.PolicyVersion;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes {@code policy_versions}: every save of every policy, also of those that were deleted. */
@Component
class VersionTable {

    private static final int MOST = 200;

    private final JdbcTemplate jdbc;

    VersionTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps policies as they are now. An edit holds from the next revision of the set on, which its transaction brings. */
    void keep(List<UUID> ids, String reason) {
        jdbc.update("""
                insert into policy_versions
                    (policy_id, version, set_revision, document, enabled, updated_at, updated_by, reason, origin)
                select p.id, p.version, s.revision + 1, p.document, p.enabled, p.updated_at, p.updated_by, ?, p.origin
                from policies p, policy_set s where p.id = any(?) and s.id = 1
                on conflict (policy_id, version) do nothing
                """, reason, Rows.ids(ids));
    }

    /** The number of the last version of a policy, 0 = there never was one. */
    int last(UUID id) {
        Integer last = jdbc.queryForObject(
                "select coalesce(max(version), 0) from policy_versions where policy_id = ?", Integer.class, id);
        return last == null ? 0 : last;
    }

    /** The newest first. */
    List<PolicyVersion> of(UUID id) {
        return jdbc.query(
                "select * from policy_versions where policy_id = ? order by version desc limit " + MOST,
                (row, number) -> version(row),
                id);
    }

    Optional<PolicyVersion> find(UUID id, int version) {
        return jdbc
                .query(
                        "select * from policy_versions where policy_id = ? and version = ?",
                        (row, number) -> version(row),
                        id,
                        version)
                .stream()
                .findFirst();
    }

    private static PolicyVersion version(ResultSet row) throws SQLException {
        Policy policy = PolicyDocument.read(row.getString("document")).getFirst();
        return new PolicyVersion(
                row.getInt("version"),
                Sql.instant(row, "updated_at"),
                row.getString("updated_by"),
                row.getString("reason"),
                row.getString("origin"),
                policy.switched(row.getBoolean("enabled")));
    }

    /** The version that held at a revision of the set; the oldest known one for older revisions. */
    Optional<StoredPolicy> at(UUID id, long setRevision) {
        return jdbc.query("""
                        select v.document, v.enabled, coalesce(p.built_in, false) as built_in, v.version, v.updated_at,
                            v.updated_by, v.origin, false as differs
                        from policy_versions v left join policies p on p.id = v.policy_id
                        where v.policy_id = ?
                        order by v.set_revision <= ? desc,
                            case when v.set_revision <= ? then -v.version else v.version end limit 1
                        """, (row, number) -> PolicyTable.read(row), id, setRevision, setRevision).stream()
                .findFirst();
    }
}
