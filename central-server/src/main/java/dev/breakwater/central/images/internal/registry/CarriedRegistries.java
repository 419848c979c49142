package dev.breakwater.central.images.internal.registry;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.images.Registry.ScannedBy;
import dev.breakwater.central.images.RegistryDraft;
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
 * Registries in an export, without their secrets. One that is new here tells that its secret has to be set anew; one that is
 * here keeps its own, unless the file leads it to another host or name.
 */
@Component
@Order(120)
class CarriedRegistries implements Carried<CarriedRegistries.Kept> {

    /** A registry as it stands in the file. */
    record Kept(
            UUID id,
            String host,
            String mirrorOf,
            ScannedBy scannedBy,
            String username,
            String caPem,
            boolean plainHttp) {}

    private final JdbcTemplate jdbc;
    private final RegistryTable table;
    private final ActorSource actors;
    private final Clock clock;

    CarriedRegistries(JdbcTemplate jdbc, RegistryTable table, ActorSource actors, Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "registries";
    }

    @Override
    public String what() {
        return "registries of images, without passwords";
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
        return jdbc.query(
                "select * from registries",
                (row, number) -> new Kept(
                        Sql.uuid(row, "id"),
                        row.getString("host"),
                        row.getString("mirror_of"),
                        ScannedBy.valueOf(row.getString("scanned_by")),
                        row.getString("username"),
                        row.getString("ca_pem"),
                        row.getBoolean("plain_http")));
    }

    @Override
    public void check(Kept item) {
        RegistryCheck.check(new RegistryDraft(
                item.host(), item.mirrorOf(), item.scannedBy(), item.username(), item.caPem(), item.plainHttp(), null));
    }

    @Override
    public @Nullable String obstacle(Kept item, Reach reach) {
        return table.isTaken(item.host(), item.mirrorOf(), item.id()) ? "another registry of that host is here" : null;
    }

    @Override
    public void write(List<Kept> items) {
        Rows rows = Rows.of("uuid", "text", "text", "text", "text", "text", "bool");
        items.forEach(item -> rows.add(
                item.id(),
                item.host(),
                item.mirrorOf(),
                item.scannedBy(),
                item.username(),
                item.caPem(),
                item.plainHttp()));
        rows.update(
                jdbc,
                """
                insert into registries (id, host, mirror_of, scanned_by, username, ca_pem, plain_http, version, created_at,
                    created_by, updated_at, updated_by)
                select u.*, 1, b.at, b.actor, b.at, b.actor from %s u, (select ?::timestamptz, ?::text) b(at, actor)
                on conflict (id) do update set host = excluded.host, mirror_of = excluded.mirror_of,
                    scanned_by = excluded.scanned_by, username = excluded.username, ca_pem = excluded.ca_pem,
                    plain_http = excluded.plain_http, version = registries.version + 1, updated_at = excluded.updated_at,
                    updated_by = excluded.updated_by,
                    secret = case when lower(registries.host) = lower(excluded.host)
                        and registries.username = excluded.username and (registries.plain_http or not excluded.plain_http)
                        then registries.secret end
                """.formatted(rows.unnest()),
                clock.instant().toString(),
                actors.current().name());
    }
}
