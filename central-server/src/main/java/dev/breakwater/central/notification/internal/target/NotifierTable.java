package dev.breakwater.central.notification.internal.target;

import dev.breakwater.central.notification.BucketSettings;
import dev.breakwater.central.notification.EmailSettings;
import dev.breakwater.central.notification.Notifier;
import dev.breakwater.central.notification.Notifier.Deliverability;
import dev.breakwater.central.notification.NotifierDraft;
import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.WebhookSettings;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.StoredSecrets;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes {@code notifiers}; secrets only sealed. */
@Component
public class NotifierTable {

    private static final String SELECT = """
            select n.*, w.*, l.*, f.* from notifiers n
            cross join lateral (
                select count(*) filter (where d.state <> 'DEAD') as waiting, count(*) filter (where d.state = 'DEAD') as dead,
                    min(d.created_at) filter (where d.state <> 'DEAD') as oldest_waiting
                from notification_deliveries d where d.notifier_id = n.id and d.state <> 'DELIVERED') w
            cross join lateral (
                select max(d.delivered_at) as last_delivered_at
                from notification_deliveries d where d.notifier_id = n.id) l
            left join lateral (
                select d.tried_at as last_tried_at, d.last_error, d.state as last_state
                from notification_deliveries d where d.notifier_id = n.id and d.tried_at is not null
                order by d.tried_at desc limit 1) f on true
            """;

    private final JdbcTemplate jdbc;
    // Asked for only where a secret is read or written: an export runs without the master key.
    private final ObjectProvider<StoredSecrets> secrets;

    NotifierTable(JdbcTemplate jdbc, ObjectProvider<StoredSecrets> secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    List<Notifier> all() {
        return jdbc.query(SELECT + " order by lower(n.name)", (row, number) -> read(row));
    }

    Notifier get(UUID id) {
        return jdbc.query(SELECT + " where n.id = ?", (row, number) -> read(row), id).stream()
                .findFirst()
                .orElseThrow(() -> missing(id));
    }

    static NotFound missing(UUID id) {
        return new NotFound("target of notifications", id.toString());
    }

    private static Notifier read(ResultSet row) throws SQLException {
        NotifierKind kind = NotifierKind.valueOf(row.getString("kind"));
        EmailSettings email = email(kind, row.getString("settings"));
        boolean set = row.getBytes("secret") != null;
        boolean failed = row.getString("last_state") != null
                && !row.getString("last_state").equals("DELIVERED")
                && !row.getString("last_error").isEmpty();
        return new Notifier(
                Sql.uuid(row, "id"),
                row.getString("name"),
                kind,
                row.getBoolean("enabled"),
                email,
                webhook(kind, row.getString("settings")),
                bucket(kind, row.getString("settings")),
                set,
                !set && Target.needsSecret(kind, email),
                row.getInt("version"),
                Sql.instant(row, "created_at"),
                row.getString("created_by"),
                Sql.instant(row, "updated_at"),
                row.getString("updated_by"),
                new Deliverability(
                        row.getInt("waiting"),
                        row.getInt("dead"),
                        Sql.instantOrNull(row, "oldest_waiting"),
                        Sql.instantOrNull(row, "last_delivered_at"),
                        failed ? Sql.instantOrNull(row, "last_tried_at") : null,
                        failed ? row.getString("last_error") : ""));
    }

    static @Nullable EmailSettings email(NotifierKind kind, String settings) {
        return kind == NotifierKind.EMAIL ? JsonMapper.shared().readValue(settings, EmailSettings.class) : null;
    }

    static @Nullable WebhookSettings webhook(NotifierKind kind, String settings) {
        return kind == NotifierKind.WEBHOOK ? JsonMapper.shared().readValue(settings, WebhookSettings.class) : null;
    }

    static @Nullable BucketSettings bucket(NotifierKind kind, String settings) {
        return kind == NotifierKind.S3 ? JsonMapper.shared().readValue(settings, BucketSettings.class) : null;
    }

    /** A target by its id or name, without regard to case. */
    public Optional<Notifier> find(String target) {
        return jdbc
                .query(
                        SELECT
                                + " where n.id::text = lower(?) or lower(n.name) = lower(?) order by n.id::text = lower(?) desc",
                        (row, number) -> read(row),
                        target,
                        target,
                        target)
                .stream()
                .findFirst();
    }

    /** Everything that sending needs. */
    public Optional<Target> target(UUID id) {
        return jdbc
                .query(
                        "select * from notifiers where id = ?",
                        (row, number) -> {
                            NotifierKind kind = NotifierKind.valueOf(row.getString("kind"));
                            String settings = row.getString("settings");
                            return new Target(
                                    id,
                                    row.getString("name"),
                                    kind,
                                    email(kind, settings),
                                    webhook(kind, settings),
                                    bucket(kind, settings),
                                    opened(id, row.getBytes("secret")));
                        },
                        id)
                .stream()
                .findFirst();
    }

    private String opened(UUID id, byte @Nullable [] sealed) {
        return sealed == null ? "" : new String(secrets.getObject().open(sealed, purpose(id)), StandardCharsets.UTF_8);
    }

    private static String purpose(UUID id) {
        return "notifier " + id;
    }

    private byte @Nullable [] sealed(UUID id, @Nullable String secret) {
        return secret == null || secret.isEmpty()
                ? null
                : secrets.getObject().seal(secret.getBytes(StandardCharsets.UTF_8), purpose(id));
    }

    void insert(UUID id, NotifierDraft draft, Instant at, String actor) {
        jdbc.update(
                """
                insert into notifiers (id, name, kind, enabled, settings, secret, version, created_at, created_by,
                    updated_at, updated_by)
                values (?, ?, ?, ?, ?::jsonb, ?, 1, ?::timestamptz, ?, ?::timestamptz, ?)
                """,
                id,
                draft.name(),
                draft.kind().name(),
                draft.enabled(),
                settings(draft.email(), draft.webhook(), draft.bucket()),
                sealed(id, draft.secret()),
                at.toString(),
                actor,
                at.toString(),
                actor);
    }

    /** @param secret what is kept from now on: {@code null} = what is kept already */
    void update(UUID id, NotifierDraft draft, @Nullable String secret, Instant at, String actor) {
        jdbc.update(
                """
                update notifiers set name = ?, kind = ?, enabled = ?, settings = ?::jsonb,
                    secret = case when ? then ? else secret end, version = version + 1, updated_at = ?::timestamptz, updated_by = ?
                where id = ?
                """,
                draft.name(),
                draft.kind().name(),
                draft.enabled(),
                settings(draft.email(), draft.webhook(), draft.bucket()),
                secret != null,
                sealed(id, secret),
                at.toString(),
                actor,
                id);
        jdbc.update("update notification_deliveries set notifier_name = ? where notifier_id = ?", draft.name(), id);
    }

    static String settings(
            @Nullable EmailSettings email, @Nullable WebhookSettings webhook, @Nullable BucketSettings bucket) {
        return JsonMapper.shared().writeValueAsString(email != null ? email : webhook != null ? webhook : bucket);
    }

    int count() {
        Integer count = jdbc.queryForObject("select count(*) from notifiers", Integer.class);
        return count == null ? 0 : count;
    }

    boolean isTaken(String name, @Nullable UUID except) {
        return !jdbc.queryForList("select id from notifiers where lower(name) = lower(?)", UUID.class, name).stream()
                .allMatch(id -> id.equals(except));
    }

    /** Removes it, what was gathered for it, and its name in rules; what waits is given up. */
    void delete(UUID id, String name, String actor) {
        jdbc.update("delete from notifiers where id = ?", id);
        jdbc.update("delete from notification_items where notifier_id = ?", id);
        jdbc.update("delete from notification_groups where notifier_id = ?", id);
        jdbc.update(
                "update notification_deliveries set state = 'DEAD', leased_until = null, last_error = ?"
                        + " where notifier_id = ? and state in ('QUEUED', 'SENDING')",
                "The target " + name + " was removed by " + actor + ".",
                id);
        jdbc.update("""
                update notification_rules set version = version + 1, document = jsonb_set(document, '{notifiers}',
                    (document -> 'notifiers') - ?::text)
                where document -> 'notifiers' @> to_jsonb(?::text)
                """, id.toString(), id.toString());
    }
}
