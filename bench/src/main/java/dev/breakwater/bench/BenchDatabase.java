package dev.breakwater.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** A PostgreSQL with the settings of the evaluation start: fsync and synchronous commit on. */
public final class BenchDatabase implements AutoCloseable {

    public static final String CENTRAL = "postgres";

    private final EmbeddedPostgres postgres;

    private final Path folder;

    private BenchDatabase(EmbeddedPostgres postgres, Path folder) {
        this.postgres = postgres;
        this.folder = folder;
    }

    /** @param watched whether the server counts what each statement costs, which costs a little itself */
    public static BenchDatabase start(Path folder, boolean watched) throws IOException {
        return start(folder, watched, "256MB");
    }

    /**
     * Starts; what the folder holds of an earlier measurement stays.
     *
     * @param watched whether the server counts what each statement costs, which costs a little itself
     * @param buffers what the server keeps in memory, as {@code shared_buffers} takes it
     */
    public static BenchDatabase start(Path folder, boolean watched, String buffers) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", buffers)
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("max_connections", "60")
                .setPGStartupWait(Duration.ofSeconds(60));
        if (watched) {
            builder.setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .setServerConfig("track_io_timing", "on");
        }
        return new BenchDatabase(builder.start(), folder);
    }

    /** The process that all others of the server descend from. */
    public long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip());
    }

    public String url(String database) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
    }

    /** What cannot be inferred from a string, the server infers from the column. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                url(database) + "?user=postgres&password=postgres&reWriteBatchedInserts=true&stringtype=unspecified");
    }

    /** Makes the database anew, with the schema of central and nothing in it. */
    public void recreate(String database) throws SQLException {
        execute(CENTRAL, "drop database if exists " + database, "create database " + database);
        Flyway.configure()
                .dataSource(url(database), "postgres", "postgres")
                .load()
                .migrate();
    }

    public void execute(String database, String... statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    public long number(String database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The first column of all rows. */
    public List<String> texts(String database, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    public String text(String database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
