package dev.breakwater.central.reporting.internal.definition;

import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportDraft;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes {@code report_definitions}. */
@Component
public class ReportDefinitionTable {

    private final JdbcTemplate jdbc;

    ReportDefinitionTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<ReportDefinition> all() {
        return jdbc.query(
                "select * from report_definitions order by name, id", (row, number) -> ReportDefinitionTable.read(row));
    }

    /** One of them, locked until the transaction ends. */
    public Optional<ReportDefinition> lock(UUID id) {
        return jdbc
                .query(
                        "select * from report_definitions where id = ? for update",
                        (row, number) -> ReportDefinitionTable.read(row),
                        id)
                .stream()
                .findFirst();
    }

    /** One that is due and that nobody else looks at just now, locked until the transaction ends. */
    public Optional<ReportDefinition> lockDue(Instant now) {
        return jdbc
                .query(
                        "select * from report_definitions where next_at <= ?::timestamptz order by next_at limit 1"
                                + " for update skip locked",
                        (row, number) -> ReportDefinitionTable.read(row),
                        now.toString())
                .stream()
                .findFirst();
    }

    /** @param next {@code null} = never by itself */
    public void dueAt(UUID id, @Nullable Instant next) {
        jdbc.update(
                "update report_definitions set next_at = ?::timestamptz where id = ?",
                next == null ? null : next.toString(),
                id);
    }

    static ReportDefinition read(ResultSet row) throws SQLException {
        return new ReportDefinition(
                Sql.uuid(row, "id"),
                JsonMapper.shared().readValue(row.getString("document"), ReportDraft.class),
                row.getString("author"),
                Sql.instantOrNull(row, "next_at"),
                row.getInt("version"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"),
                row.getString("updated_by"));
    }

    long count() {
        Long count = jdbc.queryForObject("select count(*) from report_definitions", Long.class);
        return count == null ? 0 : count;
    }

    /** Makes a definition, or another version of it. */
    void save(UUID id, ReportDraft draft, String author, String by, @Nullable Instant next, Instant at) {
        jdbc.update(
                """
                insert into report_definitions (id, name, kind, document, author, next_at, version, created_at, updated_at, updated_by)
                values (?, ?, ?, ?::jsonb, ?, ?::timestamptz, 1, ?::timestamptz, ?::timestamptz, ?)
                on conflict (id) do update set name = excluded.name, kind = excluded.kind, document = excluded.document,
                    author = excluded.author, next_at = excluded.next_at, version = report_definitions.version + 1,
                    updated_at = excluded.updated_at, updated_by = excluded.updated_by
                """,
                id,
                draft.name(),
                draft.kind().name(),
                JsonMapper.shared().writeValueAsString(draft),
                author,
                next == null ? null : next.toString(),
                at.toString(),
                at.toString(),
                by);
    }

    void delete(UUID id) {
        jdbc.update("delete from report_definitions where id = ?", id);
    }

    boolean isTaken(String name, @Nullable UUID except) {
        return !jdbc
                .queryForList("select id from report_definitions where lower(name) = lower(?)", UUID.class, name)
                .stream()
                .allMatch(id -> id.equals(except));
    }

    /** Those of these clusters that are not there. */
    List<String> missingClusters(List<String> names) {
        return names.stream()
                .filter(name -> jdbc.queryForList("select id from clusters where name = ?", UUID.class, name)
                        .isEmpty())
                .toList();
    }

    /** How an export names a saved view, {@code null} = it is gone. */
    @Nullable
    String keyOfView(UUID id) {
        return jdbc
                .queryForList(
                        "select owner || '/' || list || '/' || name from saved_views where id = ?", String.class, id)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** The saved view that an export names so, {@code null} = it is not here. */
    @Nullable
    UUID viewOfKey(String key) {
        return jdbc
                .queryForList(
                        "select id from saved_views where owner || '/' || list || '/' || name = ?", UUID.class, key)
                .stream()
                .findFirst()
                .orElse(null);
    }
}
