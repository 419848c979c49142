package dev.breakwater.central.policy.internal;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes {@code policies} and the revision of the set. */
@Component
class PolicyTable {

    private final JdbcTemplate jdbc;

    PolicyTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<StoredPolicy> all() {
        return jdbc.query("select * from policies order by name, id", (row, number) -> read(row));
    }

    Optional<StoredPolicy> find(UUID id) {
        return jdbc.query("select * from policies where id = ?", (row, number) -> read(row), id).stream()
                .findFirst();
    }

    void write(List<StoredPolicy> policies) {
        Rows rows = Rows.of("uuid", "text", "text", "bool", "bool", "text", "jsonb", "int4", "timestamptz", "text");
        for (StoredPolicy stored : policies) {
            Policy policy = stored.policy();
            rows.add(
                    policy.id(),
                    policy.name(),
                    policy.severity(),
                    policy.enabled(),
                    stored.builtIn(),
                    String.join("\n", policy.categories()),
                    PolicyDocument.toJson(List.of(policy)),
                    stored.version(),
                    stored.updatedAt(),
                    stored.updatedBy());
        }
        rows.update(jdbc, """
                insert into policies
                    (id, name, severity, enabled, built_in, categories, document, version, updated_at, updated_by)
                select u.id, u.name, u.severity, u.enabled, u.built_in, string_to_array(u.categories, chr(10)),
                    u.document, u.version, u.updated_at, u.updated_by
                from %s u(id, name, severity, enabled, built_in, categories, document, version, updated_at, updated_by)
                on conflict (id) do update set
                    name = excluded.name, severity = excluded.severity, enabled = excluded.enabled,
                    categories = excluded.categories, document = excluded.document, version = excluded.version,
                    updated_at = excluded.updated_at, updated_by = excluded.updated_by
                """.formatted(rows.unnest()));
        keepVersions(policies.stream().map(stored -> stored.policy().id()).toList());
    }

    /** An edit holds from the next revision of the set on, which its transaction brings. */
    private void keepVersions(List<UUID> ids) {
        jdbc.update("""
                insert into policy_versions (policy_id, version, set_revision, document, enabled, updated_at, updated_by)
                select p.id, p.version, s.revision + 1, p.document, p.enabled, p.updated_at, p.updated_by
                from policies p, policy_set s where p.id = any(?) and s.id = 1
                on conflict (policy_id, version) do nothing
                """, Rows.ids(ids));
    }

    /** The version that held at a revision of the set; the oldest known one for older revisions. */
    Optional<StoredPolicy> at(UUID id, long setRevision) {
        return jdbc.query("""
                        select v.document, v.enabled, p.built_in, v.version, v.updated_at, v.updated_by
                        from policy_versions v join policies p on p.id = v.policy_id
                        where v.policy_id = ?
                        order by v.set_revision <= ? desc,
                            case when v.set_revision <= ? then -v.version else v.version end limit 1
                        """, (row, number) -> read(row), id, setRevision, setRevision).stream()
                .findFirst();
    }

    /** The revision of the set. */
    long revision() {
        Long revision = jdbc.queryForObject("select revision from policy_set where id = 1", Long.class);
        return revision == null ? 0 : revision;
    }

    void nextRevision() {
        jdbc.update("update policy_set set revision = revision + 1 where id = 1");
    }

    static StoredPolicy read(ResultSet row) throws SQLException {
        Policy policy = PolicyDocument.read(row.getString("document")).getFirst();
        Instant updatedAt = Sql.instant(row, "updated_at");
        return new StoredPolicy(
                enabled(policy, row.getBoolean("enabled")),
                row.getBoolean("built_in"),
                row.getInt("version"),
                updatedAt,
                row.getString("updated_by"));
    }

    /** The switch is the column's: it survives a new release of the policy's text. */
    static Policy enabled(Policy policy, boolean enabled) {
        return new Policy(
                policy.id(),
                policy.name(),
                policy.severity(),
                enabled,
                policy.stages(),
                policy.categories(),
                policy.description(),
                policy.rationale(),
                policy.remediation(),
                policy.sections(),
                policy.scopes(),
                policy.exclusions(),
                policy.mitre(),
                policy.controls());
    }
}
