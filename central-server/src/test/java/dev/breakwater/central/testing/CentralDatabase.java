package dev.breakwater.central.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database of central's schema for one test class: {@code @RegisterExtension static final CentralDatabase database =
 * CentralDatabase.fresh();}. All classes of a JVM share one PostgreSQL server; the migrations run once, into a template that
 * each database is cloned from.
 */
public final class CentralDatabase implements AfterAllCallback, AutoCloseable {

    private static final String TEMPLATE = "central_template";
    private static final int POOL_SIZE = 12;

    private final String name;
    private final HikariDataSource dataSource;

    private CentralDatabase(String name) {
        this.name = name;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(name));
        config.setUsername("postgres");
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(1);
        this.dataSource = new HikariDataSource(config);
    }

    /** A new, migrated and otherwise empty database. */
    public static CentralDatabase fresh() {
        return create(" template " + TEMPLATE);
    }

    /** A new database without any schema, for tests of the migrations themselves. */
    public static CentralDatabase empty() {
        return create("");
    }

    private static CentralDatabase create(String options) {
        String name = "t_" + UUID.randomUUID().toString().replace("-", "");
        administration().sql("create database " + name + options).update();
        return new CentralDatabase(name);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    /** For {@code spring.datasource.url}; the user is {@link #username()}, without a password. */
    public String jdbcUrl() {
        return url(name);
    }

    public String username() {
        return "postgres";
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        dataSource.close();
        administration()
                .sql("drop database if exists " + name + " with (force)")
                .update();
    }

    private static String url(String database) {
        return Server.POSTGRES.getJdbcUrl("postgres", database);
    }

    private static JdbcClient administration() {
        return JdbcClient.create(Server.POSTGRES.getPostgresDatabase());
    }

    /** Started when first needed; the library stops it with the JVM. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
                JdbcClient.create(postgres.getPostgresDatabase())
                        .sql("create database " + TEMPLATE)
                        .update();
                Flyway.configure()
                        .dataSource(postgres.getJdbcUrl("postgres", TEMPLATE), "postgres", "")
                        .locations("classpath:db/migration")
                        .load()
                        .migrate();
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot start PostgreSQL", e);
            }
        }
    }
}
