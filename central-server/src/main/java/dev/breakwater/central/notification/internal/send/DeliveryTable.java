package dev.breakwater.central.notification.internal.send;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Claims and settles {@code notification_deliveries}. */
@Component
class DeliveryTable {

    /**
     * A delivery in the hands of whoever claimed it.
     *
     * @param attempt from 1; also tells this claim from one that overtook it
     */
    record Claimed(UUID id, UUID notifierId, String message, int attempt, Instant createdAt) {}

    private static final String DUE =
            "(d.state = 'QUEUED' and d.next_at <= b.at or d.state = 'SENDING' and d.leased_until <= b.at)";

    private final JdbcTemplate jdbc;

    DeliveryTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Locks a target that has something due and to which nobody is sending, for the length of the transaction. What waits for a
     * target that is switched off goes on waiting.
     */
    Optional<UUID> lockTarget(Instant now) {
        return jdbc.queryForList("""
                        select n.id from notifiers n, (select ?::timestamptz) b(at)
                        where n.enabled and exists (
                                select 1 from notification_deliveries d where d.notifier_id = n.id and %s)
                            and not exists (
                                select 1 from notification_deliveries d
                                where d.notifier_id = n.id and d.state = 'SENDING' and d.leased_until > b.at)
                        order by (select min(d.next_at) from notification_deliveries d
                            where d.notifier_id = n.id and d.state in ('QUEUED', 'SENDING'))
                        limit 1 for no key update of n skip locked
                        """.formatted(DUE), UUID.class, now.toString()).stream()
                .findFirst();
    }

    /** Claims the next of a target whose lock the caller holds, unless another replica did just before. */
    Optional<Claimed> claim(UUID notifier, Instant now, Instant leasedUntil) {
        return jdbc
                .query(
                        """
                        update notification_deliveries set state = 'SENDING', attempts = attempts + 1, tried_at = c.at,
                            leased_until = ?::timestamptz
                        from (
                            select d.id as claimed, b.at from notification_deliveries d, (select ?::timestamptz) b(at)
                            where d.notifier_id = ? and %s and not exists (
                                select 1 from notification_deliveries o
                                where o.notifier_id = d.notifier_id and o.state = 'SENDING' and o.leased_until > b.at)
                            order by d.next_at, d.id limit 1 for update of d skip locked) c
                        where id = c.claimed returning *
                        """.formatted(DUE),
                        (row, number) -> new Claimed(
                                Sql.uuid(row, "id"),
                                Sql.uuid(row, "notifier_id"),
                                row.getString("message"),
                                row.getInt("attempts"),
                                Sql.instant(row, "created_at")),
                        leasedUntil.toString(),
                        now.toString(),
                        notifier)
                .stream()
                .findFirst();
    }

    /** Settles a claim; one that was overtaken (its lease was over) leaves what is now as it is. */
    void delivered(Claimed claimed, Instant now) {
        jdbc.update(
                "update notification_deliveries set state = 'DELIVERED', delivered_at = ?::timestamptz, leased_until = null,"
                        + " last_error = '' where id = ? and attempts = ? and state = 'SENDING'",
                now.toString(),
                claimed.id(),
                claimed.attempt());
    }

    /** @param next when it is tried again, {@code null} = it is given up */
    void failed(Claimed claimed, String error, @Nullable Instant next) {
        jdbc.update(
                "update notification_deliveries set state = case when ?::timestamptz is null then 'DEAD' else 'QUEUED' end,"
                        + " next_at = coalesce(?::timestamptz, next_at), leased_until = null, last_error = ?"
                        + " where id = ? and attempts = ? and state = 'SENDING'",
                next == null ? null : next.toString(),
                next == null ? null : next.toString(),
                error,
                claimed.id(),
                claimed.attempt());
    }

    /** Lets what waits for a target that cannot be reached wait as long as the one that found out. */
    void holdBack(UUID notifier, Instant until) {
        jdbc.update(
                "update notification_deliveries set next_at = ?::timestamptz"
                        + " where notifier_id = ? and state = 'QUEUED' and next_at < ?::timestamptz",
                until.toString(),
                notifier,
                until.toString());
    }

    /** Sends again those whose target is there and that nobody is sending. */
    List<UUID> replay(Collection<UUID> ids, Instant now) {
        return jdbc.queryForList("""
                update notification_deliveries d set state = 'QUEUED', attempts = 0, next_at = b.at, delivered_at = null,
                    leased_until = null, replays = d.replays + 1
                from (select ?::timestamptz) b(at)
                where d.id = any(?) and (d.state <> 'SENDING' or d.leased_until <= b.at)
                    and exists (select 1 from notifiers n where n.id = d.notifier_id)
                returning d.id
                """, UUID.class, now.toString(), Rows.ids(ids));
    }

    String message(UUID id) {
        return jdbc.queryForList("select message from notification_deliveries where id = ?", String.class, id)
                .getFirst();
    }
}
