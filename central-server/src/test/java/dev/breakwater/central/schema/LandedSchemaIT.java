package dev.breakwater.central.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.CentralDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every schema that ever landed is kept as a dump, and must come out like a new one after the migrations. */
class LandedSchemaIT {

    @Test
    void upgradesEveryLandedSchemaToThePresentOne() throws IOException {
        List<Resource> dumps = Stream.of(
                        new PathMatchingResourcePatternResolver().getResources("classpath:landed-schemas/*.sql"))
                .sorted(Comparator.comparing(Resource::getFilename))
                .toList();
        assertThat(dumps).isNotEmpty();
        try (CentralDatabase present = CentralDatabase.fresh()) {
            for (Resource dump : dumps) {
                try (CentralDatabase upgraded = CentralDatabase.empty()) {
                    new JdbcTemplate(upgraded.dataSource()).execute(dump.getContentAsString(StandardCharsets.UTF_8));
                    // The dump cleared the search path of its connection; others of the pool have their own.
                    Flyway.configure()
                            .dataSource(upgraded.jdbcUrl(), upgraded.username(), "")
                            .locations("classpath:db/migration")
                            .load()
                            .migrate();
                    assertThat(shape(upgraded)).as(dump.getFilename()).isEqualTo(shape(present));
                }
            }
        }
    }

    private static List<String> shape(CentralDatabase database) {
        return database.jdbc().sql("""
                        select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as line
                        from information_schema.columns where table_schema = 'public'
                        union all
                        select replace(indexdef, 'public.', '') from pg_indexes where schemaname = 'public'
                        order by line
                        """).query(String.class).list();
    }
}
