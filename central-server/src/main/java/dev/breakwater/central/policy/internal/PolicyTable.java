package dev.breakwater.central.policy.internal;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes {@code policies} and the revision of the set. */
@Component
class PolicyTable {

    private final JdbcTemplate jdbc;
    private final VersionTable versions;

    PolicyTable(JdbcTemplate jdbc, VersionTable versions) {
        this.jdbc = jdbc;
        this.versions = versions;
    }

    List<StoredPolicy> all() {
        return jdbc.query("select * from policies order by name, id", (row, number) -> read(row));
    }

    Optional<StoredPolicy> find(UUID id) {
        return jdbc.query("select * from policies where id = ?", (row, number) -> read(row), id).stream()
                .findFirst();
    }

    /**
     * Adds or replaces policies; each is a new version.
     *
     * @param reason why, as the author said; empty if nothing was said
     */
    void write(List<StoredPolicy> policies, String reason) {
        Rows rows =
                Rows.of("uuid", "text", "text", "bool", "bool", "text", "jsonb", "int4", "timestamptz", "text", "text");
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
                    stored.updatedBy(),
                    stored.origin());
        }
        rows.update(jdbc, """
                insert into policies (id, name, severity, enabled, built_in, categories, document, version, updated_at,
                    updated_by, origin)
                select u.id, u.name, u.severity, u.enabled, u.built_in, string_to_array(u.categories, chr(10)),
                    u.document, u.version, u.updated_at, u.updated_by, u.origin
                from %s u(id, name, severity, enabled, built_in, categories, document, version, updated_at, updated_by,
                    origin)
                on conflict (id) do update set
                    name = excluded.name, severity = excluded.severity, enabled = excluded.enabled,
                    categories = excluded.categories, document = excluded.document, version = excluded.version,
                    updated_at = excluded.updated_at, updated_by = excluded.updated_by, origin = excluded.origin
                """.formatted(rows.unnest()));
        versions.keep(policies.stream().map(stored -> stored.policy().id()).toList(), reason);
    }

    /** Keeps what the sources of policies gave last; of those that have none any more, nothing. */
    void writeSources(Map<UUID, Optional<Policy>> sources) {
        Rows rows = Rows.of("uuid", "jsonb");
        sources.forEach((id, source) -> rows.add(
                id, source.map(policy -> PolicyDocument.toJson(List.of(policy))).orElse(null)));
        rows.update(
                jdbc,
                "update policies p set source_document = u.document from " + rows.unnest()
                        + " u(id, document) where p.id = u.id");
    }

    /** What the sources of policies gave last. */
    Map<UUID, Policy> sources() {
        Map<UUID, Policy> sources = new HashMap<>();
        jdbc.query("select id, source_document from policies where source_document is not null", row -> {
            sources.put(
                    Sql.uuid(row, "id"),
                    PolicyDocument.read(row.getString("source_document")).getFirst());
        });
        return sources;
    }

    /** Another one that has the name. */
    Optional<UUID> named(String name, UUID other) {
        return jdbc.queryForList("select id from policies where name = ? and id <> ?", UUID.class, name, other).stream()
                .findFirst();
    }

    /** Deletes policies and the exclusions that people made of them; the versions stay. */
    void delete(List<UUID> ids) {
        jdbc.update("delete from policy_exclusions where policy_id = any(?)", Rows.ids(ids));
        jdbc.update("delete from policies where id = any(?)", Rows.ids(ids));
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
        boolean builtIn = row.getBoolean("built_in");
        return new StoredPolicy(
                // The switch is the column's: it survives a new release of the policy's text.
                policy.switched(row.getBoolean("enabled")),
                builtIn,
                row.getInt("version"),
                Sql.instant(row, "updated_at"),
                row.getString("updated_by"),
                builtIn ? StoredPolicy.BUILT_IN : row.getString("origin"),
                row.getBoolean("differs"));
    }
}
