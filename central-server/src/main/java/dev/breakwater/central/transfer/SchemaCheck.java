package dev.breakwater.central.transfer;

import dev.breakwater.central.platform.Conflict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whether the database has the schema of this release. A command changes none that is there: that would be an upgrade under
 * a central that runs.
 */
@Component
class SchemaCheck {

    private static final String MIGRATIONS = "classpath:db/migration";

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;

    SchemaCheck(DataSource dataSource, JdbcTemplate jdbc) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    /**
     * @param create makes the schema in an empty database
     * @throws Conflict if the schema is another one
     */
    void check(boolean create) {
        boolean empty = Boolean.TRUE.equals(jdbc.queryForObject(
                "select to_regclass('flyway_schema_history') is null and not exists (select 1 from pg_tables"
                        + " where schemaname = current_schema())",
                Boolean.class));
        if (empty && create) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations(MIGRATIONS)
                    .load()
                    .migrate();
            return;
        }
        Set<String> there = empty
                ? Set.of()
                : new TreeSet<>(jdbc.queryForList(
                        "select script from flyway_schema_history where success and type = 'SQL'", String.class));
        if (!there.equals(ours())) {
            throw new Conflict(
                    empty
                            ? "The database is empty."
                            : "The schema of the database is that of another release. Use the jar that central runs, or let"
                                    + " central upgrade the schema first.");
        }
    }

    private static Set<String> ours() {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources(MIGRATIONS + "/V*.sql");
            return Arrays.stream(found)
                    .map(Resource::getFilename)
                    .map(Objects::requireNonNull)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
