package dev.breakwater.central.notification.internal.rule;

import dev.breakwater.central.notification.NotificationRule;
import dev.breakwater.central.notification.RuleDraft;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes {@code notification_rules}. */
@Component
class NotificationRuleTable {

    private final JdbcTemplate jdbc;

    NotificationRuleTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<NotificationRule> all() {
        return jdbc.query(
                "select * from notification_rules order by position, id", (row, number) -> read(row, number + 1));
    }

    /** Whoever changes rules waits for others who do, so that positions stay a row of numbers. */
    void lock() {
        jdbc.query("select id from notification_rules order by id for update", row -> {});
    }

    NotificationRule get(UUID id) {
        return all().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("rule of notifications", id.toString()));
    }

    private static NotificationRule read(ResultSet row, int position) throws SQLException {
        return new NotificationRule(
                Sql.uuid(row, "id"),
                position,
                JsonMapper.shared().readValue(row.getString("document"), RuleDraft.class),
                row.getInt("version"),
                Sql.instant(row, "updated_at"),
                row.getString("updated_by"));
    }

    void insert(UUID id, int position, RuleDraft rule, Instant at, String actor) {
        jdbc.update(
                """
                insert into notification_rules (id, name, position, enabled, document, version, updated_at, updated_by)
                values (?, ?, ?, ?, ?::jsonb, 1, ?::timestamptz, ?)
                on conflict (id) do update set name = excluded.name, position = excluded.position,
                    enabled = excluded.enabled, document = excluded.document, version = notification_rules.version + 1,
                    updated_at = excluded.updated_at, updated_by = excluded.updated_by
                """,
                id,
                rule.name(),
                position,
                rule.enabled(),
                JsonMapper.shared().writeValueAsString(rule),
                at.toString(),
                actor);
    }

    void delete(UUID id) {
        jdbc.update("delete from notification_rules where id = ?", id);
    }

    void order(List<UUID> ids) {
        Rows rows = Rows.of("uuid", "int4");
        for (int i = 0; i < ids.size(); i++) {
            rows.add(ids.get(i), i + 1);
        }
        rows.update(
                jdbc,
                "update notification_rules r set position = u.position from " + rows.unnest()
                        + " u(id, position) where r.id = u.id");
    }

    boolean isTaken(String name, @Nullable UUID except) {
        return !jdbc
                .queryForList("select id from notification_rules where lower(name) = lower(?)", UUID.class, name)
                .stream()
                .allMatch(id -> id.equals(except));
    }

    /** Those of these targets that are not there. */
    List<UUID> missingNotifiers(List<UUID> ids) {
        return jdbc.queryForList(
                "select u.id from unnest(?::uuid[]) u(id) where not exists (select 1 from notifiers n where n.id = u.id)",
                UUID.class,
                Rows.ids(ids));
    }

    List<UUID> missingPolicies(List<UUID> ids) {
        return jdbc.queryForList(
                "select u.id from unnest(?::uuid[]) u(id) where not exists (select 1 from policies p where p.id = u.id)",
                UUID.class,
                Rows.ids(ids));
    }
}
