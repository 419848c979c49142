package dev.breakwater.central.operations.internal;

import dev.breakwater.central.operations.HealthReading;
import dev.breakwater.central.operations.HealthReading.Words;
import dev.breakwater.central.operations.Sizes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How quickly the database answers, how full its connections are, and how large it is. */
@Component
@Order(1)
class DatabaseProbe implements HealthProbe {

    private static final double NANOS_A_MILLI = 1e6;

    private record Server(long bytes, int connections, int allowed) {}

    private final JdbcTemplate jdbc;

    DatabaseProbe(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "database.answer";
    }

    @Override
    public String title() {
        return "Database answers";
    }

    @Override
    public List<HealthReading> read(Instant now) {
        jdbc.queryForObject("select 1", Integer.class);
        long start = System.nanoTime();
        jdbc.queryForObject("select 1", Integer.class);
        double millis = (System.nanoTime() - start) / NANOS_A_MILLI;
        Server server =
                jdbc.queryForObject("""
                select pg_database_size(current_database()),
                    (select count(*) from pg_stat_activity where backend_type = 'client backend'),
                    current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
                """, (row, number) -> new Server(row.getLong(1), row.getInt(2), row.getInt(3)));
        if (server == null) {
            throw new IllegalStateException("the database said nothing of itself");
        }
        double used = 100.0 * server.connections() / Math.max(1, server.allowed());
        return List.of(
                HealthReading.atMost(
                        name(),
                        title(),
                        millis,
                        50,
                        1_000,
                        new Words(
                                String.format(Locale.ROOT, "in %.1f ms", millis),
                                "slow from 50 ms on",
                                "Look at the load of the database server and at the network to it.")),
                HealthReading.atMost(
                        "database.connections",
                        "Database connections",
                        used,
                        80,
                        95,
                        new Words(
                                server.connections() + " of " + server.allowed() + " in use",
                                "full from 80 % on",
                                "Raise max_connections of the server, or lower spring.datasource.hikari.maximum-pool-size.")),
                new HealthReading(
                        "database.size",
                        "Database size",
                        HealthReading.State.GOOD,
                        server.bytes(),
                        Sizes.shown(server.bytes()),
                        "central does not see the server's disk; watch that where it runs",
                        ""));
    }
}
