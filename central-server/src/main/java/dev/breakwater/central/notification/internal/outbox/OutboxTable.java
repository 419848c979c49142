package dev.breakwater.central.notification.internal.outbox;

import dev.breakwater.central.notification.NotificationEvent;
import dev.breakwater.central.notification.internal.outbox.Item.Sample;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Severities;
import dev.breakwater.central.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes {@code notification_items} and {@code notification_groups}. Whoever makes something happen only inserts:
 * no two of them wait for each other, and a sync is not held up by who sends.
 */
@Component
class OutboxTable {

    private static final TypeReference<List<Sample>> SAMPLES = new TypeReference<>() {};

    private final JdbcTemplate jdbc;

    OutboxTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Collection<Item> items) {
        Rows rows = Rows.of(
                "uuid", "text", "text", "timestamptz", "uuid", "text", "uuid", "text", "int2", "text", "int4", "json");
        for (Item item : items) {
            rows.add(
                    item.notifierId(),
                    item.groupKey(),
                    item.event(),
                    item.at(),
                    item.clusterId(),
                    item.cluster(),
                    item.policyId(),
                    item.policy(),
                    Severities.number(item.severity()),
                    item.owner(),
                    item.amount(),
                    JsonMapper.shared().writeValueAsString(item.samples()));
        }
        rows.update(
                jdbc,
                "insert into notification_items (notifier_id, group_key, event, at, cluster_id, cluster_name, policy_id,"
                        + " policy_name, severity, owner, amount, samples) select u.* from " + rows.unnest() + " u");
    }

    /** Targets for which something was gathered, and that are told anything. */
    List<UUID> waiting() {
        return jdbc.queryForList(
                "select n.id from notifiers n where n.enabled"
                        + " and exists (select 1 from notification_items i where i.notifier_id = n.id) order by n.id",
                UUID.class);
    }

    /** Keeps others from gathering for, or sending to, a target until the transaction ends; {@code false} = they do. */
    boolean tryLock(UUID notifier) {
        return !jdbc.queryForList(
                        "select id from notifiers where id = ? and enabled for no key update skip locked",
                        UUID.class,
                        notifier)
                .isEmpty();
    }

    /** Groups of a target that have waited for others long enough and may be told (again), the longest waiting first. */
    List<String> due(UUID notifier, Instant now, Duration gather) {
        return jdbc.queryForList("""
                select i.group_key from notification_items i
                    left join notification_groups g on g.notifier_id = i.notifier_id and g.group_key = i.group_key
                where i.notifier_id = ?
                group by i.group_key, g.held_until
                having min(i.at) <= ?::timestamptz and coalesce(g.held_until <= ?::timestamptz, true)
                order by min(i.at), i.group_key
                """, String.class, notifier, now.minus(gather).toString(), now.toString());
    }

    /** Takes what was gathered of groups. */
    List<Item> take(UUID notifier, List<String> groups) {
        return jdbc.query(
                "delete from notification_items where notifier_id = ? and group_key = any(?) returning *",
                (row, number) -> read(row),
                notifier,
                Rows.array("text", groups));
    }

    private static Item read(ResultSet row) throws SQLException {
        return new Item(
                Sql.uuid(row, "notifier_id"),
                row.getString("group_key"),
                NotificationEvent.valueOf(row.getString("event")),
                Sql.instant(row, "at"),
                Sql.uuid(row, "cluster_id"),
                row.getString("cluster_name"),
                Sql.uuid(row, "policy_id"),
                row.getString("policy_name"),
                Severities.of(row.getInt("severity")),
                row.getString("owner"),
                row.getInt("amount"),
                JsonMapper.shared().readValue(row.getString("samples"), SAMPLES));
    }

    /** Keeps groups from being told again for a while, and forgets those whose time is over. */
    void hold(UUID notifier, List<String> groups, Instant now, Instant until) {
        jdbc.update(
                "delete from notification_groups where notifier_id = ? and held_until <= ?::timestamptz",
                notifier,
                now.toString());
        jdbc.update(
                "insert into notification_groups (notifier_id, group_key, held_until)"
                        + " select ?::uuid, u.key, ?::timestamptz from unnest(?::text[]) u(key)"
                        + " on conflict (notifier_id, group_key) do update set held_until = excluded.held_until",
                notifier.toString(),
                until.toString(),
                Rows.array("text", groups));
    }
}
