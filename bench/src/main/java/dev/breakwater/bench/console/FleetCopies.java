package dev.breakwater.bench.console;

import dev.breakwater.bench.BenchDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Makes a large fleet of the one cluster that a sensor told, by sets of rows; indexes are built after the rows. */
final class FleetCopies {

    private static final double SLOW = 1.5;

    private final BenchDatabase database;
    private final PrintStream out;

    FleetCopies(BenchDatabase database, PrintStream out) {
        this.database = database;
        this.out = out;
    }

    /**
     * Copies.
     *
     * @param clusters how many there are afterwards
     * @param workloads how many there are afterwards, about
     * @param told workloads of the one cluster that is there
     * @param kept the part of its violations that are copied
     */
    void make(int clusters, int workloads, int told, double kept) throws IOException, SQLException {
        double fall = Math.max(0, (double) told * clusters / workloads - 1);
        try (Connection connection = database.connect(BenchDatabase.CENTRAL);
                Statement statement = connection.createStatement()) {
            // Foreign keys hold by construction, and what a crash of the bench would lose is made anew.
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            statement.execute("set maintenance_work_mem = '512MB'");
            statement.execute("set work_mem = '128MB'");
            List<String> indexes = takeIndexes(statement);
            for (String sql : statements()) {
                time(
                        statement,
                        sql.replace(":clusters", String.valueOf(clusters))
                                .replace(":fall", String.valueOf(fall))
                                .replace(":kept", String.valueOf(kept)));
            }
            statement.execute("set max_parallel_maintenance_workers = 2");
            for (String index : indexes) {
                time(statement, index);
            }
            time(statement, "vacuum (freeze, analyze)");
            time(statement, "checkpoint");
        }
    }

    private void time(Statement statement, String sql) throws SQLException {
        long start = System.nanoTime();
        statement.execute(sql);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (seconds > SLOW) {
            String line = sql.lines()
                    .filter(text -> !text.startsWith("--"))
                    .findFirst()
                    .orElse("")
                    .strip();
            out.printf("    %5.1f s %s%n", seconds, line.substring(0, Math.min(100, line.length())));
        }
    }

    /** Drops the indexes that no constraint needs; the statements that make them again. */
    private static List<String> takeIndexes(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> made = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                select c.oid::regclass::text, pg_get_indexdef(c.oid) from pg_index i join pg_class c on c.oid = i.indexrelid
                join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
                where not i.indisunique and not exists (select 1 from pg_constraint k where k.conindid = c.oid)
                """)) {
            while (rows.next()) {
                names.add(rows.getString(1));
                made.add(rows.getString(2));
            }
        }
        for (String name : names) {
            statement.execute("drop index " + name);
        }
        return made;
    }

    private static List<String> statements() throws IOException {
        try (InputStream stream = FleetCopies.class.getResourceAsStream("/console/copies.sql")) {
            if (stream == null) {
                throw new IOException("copies.sql is not there");
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.strip().split(";\\n"));
        }
    }
}
