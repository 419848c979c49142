package dev.breakwater.central.fleet.internal;

import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.system.Carried;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Clusters in an export, as they were registered: by name, which everything that is known of them hangs on. Their sensors
 * have to be enrolled again; what they saw comes from them.
 */
@Component
@Order(10)
class CarriedClusters implements Carried<CarriedClusters.Registration> {

    /** A cluster as it stands in the file. */
    record Registration(String name, String environment, Instant createdAt, String createdBy) {}

    private final JdbcTemplate jdbc;
    private final Clock clock;

    CarriedClusters(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "clusters";
    }

    @Override
    public String what() {
        return "registered clusters";
    }

    @Override
    public Class<Registration> item() {
        return Registration.class;
    }

    @Override
    public String key(Registration item) {
        return item.name();
    }

    @Override
    public List<Registration> read(boolean secrets) {
        return jdbc.query(
                "select * from clusters",
                (row, number) -> new Registration(
                        row.getString("name"),
                        row.getString("environment"),
                        Sql.instant(row, "created_at"),
                        row.getString("created_by")));
    }

    @Override
    public void check(Registration item) {
        StoredClusters.check(item.name(), item.environment());
    }

    @Override
    public void write(List<Registration> items) {
        Rows rows = Rows.of("uuid", "text", "text", "timestamptz", "text");
        items.forEach(item -> rows.add(
                Ids.newId(clock.instant()), item.name(), item.environment(), item.createdAt(), item.createdBy()));
        rows.update(jdbc, """
                insert into clusters (id, name, environment, created_at, created_by) select u.* from %s u
                on conflict (name) do update set environment = excluded.environment,
                    created_at = excluded.created_at, created_by = excluded.created_by
                """.formatted(rows.unnest()));
    }
}
