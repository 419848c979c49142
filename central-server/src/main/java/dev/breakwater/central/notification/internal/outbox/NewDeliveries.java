package dev.breakwater.central.notification.internal.outbox;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Severities;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts messages on their way. */
@Component
class NewDeliveries {

    private final JdbcTemplate jdbc;

    NewDeliveries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** How many messages were made for a target since then. */
    int since(UUID notifier, Instant from) {
        Integer count = jdbc.queryForObject(
                "select count(*) from notification_deliveries where notifier_id = ? and created_at > ?::timestamptz",
                Integer.class,
                notifier,
                from.toString());
        return count == null ? 0 : count;
    }

    void add(UUID notifier, List<Message> messages, Instant now) {
        Rows rows = Rows.of("uuid", "text", "text", "int2", "text");
        for (Message message : messages) {
            rows.add(
                    message.id(),
                    message.kind(),
                    message.title(),
                    Severities.number(message.severity()),
                    JsonMapper.shared().writeValueAsString(message));
        }
        rows.update(jdbc, """
                insert into notification_deliveries (id, notifier_id, notifier_name, kind, title, severity, message, state,
                    created_at, next_at)
                select u.id, n.id, n.name, u.kind, u.title, u.severity, u.message, 'QUEUED', b.at, b.at
                from %s u(id, kind, title, severity, message), (select ?::uuid, ?::timestamptz) b(notifier, at)
                join notifiers n on n.id = b.notifier
                """.formatted(rows.unnest()), notifier.toString(), now.toString());
    }
}
