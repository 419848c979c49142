package dev.breakwater.central.notification.internal.target;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.notification.BucketSettings;
import dev.breakwater.central.notification.EmailSettings;
import dev.breakwater.central.notification.NotifierDraft;
import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.WebhookSettings;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.system.Carried;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Targets of messages in an export, without their secrets. One that is new here tells that its secret has to be set anew; one
 * that is here keeps its own, unless the file leads a password to another server.
 */
@Component
@Order(110)
class CarriedNotifiers implements Carried<CarriedNotifiers.Kept> {

    /** A target as it stands in the file. */
    record Kept(
            UUID id,
            String name,
            NotifierKind kind,
            boolean enabled,
            @Nullable EmailSettings email,
            @Nullable WebhookSettings webhook,
            @Nullable BucketSettings bucket) {}

    private final JdbcTemplate jdbc;
    private final NotifierTable table;
    private final ActorSource actors;
    private final Clock clock;

    CarriedNotifiers(JdbcTemplate jdbc, NotifierTable table, ActorSource actors, Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notifiers";
    }

    @Override
    public String what() {
        return "targets of notifications, without passwords and keys";
    }

    @Override
    public Class<Kept> item() {
        return Kept.class;
    }

    @Override
    public String key(Kept item) {
        return item.id().toString();
    }

    @Override
    public List<Kept> read(boolean secrets) {
        return jdbc.query("select * from notifiers", (row, number) -> {
            NotifierKind kind = NotifierKind.valueOf(row.getString("kind"));
            String settings = row.getString("settings");
            return new Kept(
                    Sql.uuid(row, "id"),
                    row.getString("name"),
                    kind,
                    row.getBoolean("enabled"),
                    NotifierTable.email(kind, settings),
                    NotifierTable.webhook(kind, settings),
                    NotifierTable.bucket(kind, settings));
        });
    }

    @Override
    public void check(Kept item) {
        NotifierCheck.check(new NotifierDraft(
                item.name(), item.kind(), item.enabled(), item.email(), item.webhook(), item.bucket(), null));
    }

    @Override
    public @Nullable String obstacle(Kept item, Reach reach) {
        return table.isTaken(item.name(), item.id()) ? "another target has its name here" : null;
    }

    @Override
    public void write(List<Kept> items) {
        Rows rows = Rows.of("uuid", "text", "text", "bool", "jsonb");
        for (Kept item : items) {
            rows.add(
                    item.id(),
                    item.name(),
                    item.kind(),
                    item.enabled(),
                    NotifierTable.settings(item.email(), item.webhook(), item.bucket()));
        }
        String actor = actors.current().name();
        rows.update(jdbc, """
                insert into notifiers (id, name, kind, enabled, settings, version, created_at, created_by, updated_at,
                    updated_by)
                select u.*, 1, b.at, b.actor, b.at, b.actor from %s u, (select ?::timestamptz, ?::text) b(at, actor)
                on conflict (id) do update set name = excluded.name, kind = excluded.kind, enabled = excluded.enabled,
                    settings = excluded.settings, version = notifiers.version + 1, updated_at = excluded.updated_at,
                    updated_by = excluded.updated_by,
                    secret = case when notifiers.kind = excluded.kind and (excluded.kind = 'WEBHOOK'
                        or notifiers.settings - 'to' - 'from' - 'prefix' = excluded.settings - 'to' - 'from' - 'prefix') then notifiers.secret end
                """.formatted(rows.unnest()), clock.instant().toString(), actor);
    }
}
