package dev.breakwater.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The same rows into the same tables with the same indexes by nothing but JDBC: batches of 500 rewritten into multi-row
 * inserts, a commit each 5,000 rows. Rows are read from what central wrote, some at a time; only writing is timed.
 */
final class JdbcFloor {

    private static final String DATABASE = "floor";
    private static final int BATCH = 500;
    private static final int COMMIT = 5_000;

    /** Not written by a sync. */
    private static final Set<String> OTHERS = Set.of(
            "flyway_schema_history",
            "policies",
            "policy_set",
            "users",
            "api_tokens",
            "audit_log",
            "settings",
            "central_authority",
            "policy_versions",
            "policy_exclusions",
            "retention_runs",
            "health_samples");

    /**
     * What writing took.
     *
     * @param rows written, by table
     * @param seconds that it took, by table
     */
    record Result(Map<String, Long> rows, Map<String, Double> seconds) {

        double total() {
            return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    private final BenchDatabase database;

    JdbcFloor(BenchDatabase database) {
        this.database = database;
    }

    /** Writes everything into a new database and drops it again. */
    Result measure() throws SQLException {
        database.recreate(DATABASE);
        Map<String, Long> rows = new LinkedHashMap<>();
        Map<String, Double> seconds = new LinkedHashMap<>();
        try (Connection from = database.connect(BenchDatabase.CENTRAL);
                Connection to = database.connect(DATABASE)) {
            from.setAutoCommit(false);
            to.setAutoCommit(false);
            for (String table : tables(from)) {
                copy(from, to, table, rows, seconds);
            }
        }
        database.execute(BenchDatabase.CENTRAL, "drop database " + DATABASE);
        return new Result(rows, seconds);
    }

    private static void copy(
            Connection from, Connection to, String table, Map<String, Long> rows, Map<String, Double> seconds)
            throws SQLException {
        List<String> columns = columns(from, table);
        String sql = "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        long nanos = 0;
        long count = 0;
        try (Statement select = from.createStatement();
                PreparedStatement insert = to.prepareStatement(sql)) {
            select.setFetchSize(COMMIT);
            try (ResultSet source = select.executeQuery("select " + String.join(", ", columns) + " from " + table)) {
                List<Object[]> lot = next(source, columns.size());
                while (!lot.isEmpty()) {
                    long start = System.nanoTime();
                    write(to, insert, lot);
                    nanos += System.nanoTime() - start;
                    count += lot.size();
                    lot = next(source, columns.size());
                }
            }
        }
        if (count > 0) {
            rows.put(table, count);
            seconds.put(table, nanos / 1e9);
        }
    }

    private static void write(Connection to, PreparedStatement insert, List<Object[]> lot) throws SQLException {
        int waiting = 0;
        for (Object[] row : lot) {
            for (int i = 0; i < row.length; i++) {
                if (row[i] instanceof byte[] bytes) {
                    insert.setBytes(i + 1, bytes);
                } else {
                    insert.setString(i + 1, (String) row[i]);
                }
            }
            insert.addBatch();
            if (++waiting == BATCH) {
                insert.executeBatch();
                waiting = 0;
            }
        }
        insert.executeBatch();
        to.commit();
    }

    private static List<Object[]> next(ResultSet source, int columns) throws SQLException {
        List<Object[]> lot = new ArrayList<>(COMMIT);
        while (lot.size() < COMMIT && source.next()) {
            Object[] row = new Object[columns];
            for (int i = 0; i < columns; i++) {
                boolean bytes = source.getMetaData().getColumnTypeName(i + 1).equals("bytea");
                row[i] = bytes ? source.getBytes(i + 1) : source.getString(i + 1);
            }
            lot.add(row);
        }
        return lot;
    }

    /** What is referred to comes before what refers. */
    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = strings(connection, """
                with recursive depth(oid, level) as (
                    select oid, 0 from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                    union all
                    select c.conrelid, d.level + 1 from depth d join pg_constraint c
                        on c.confrelid = d.oid and c.contype = 'f' and c.conrelid <> c.confrelid)
                select oid::regclass::text from depth group by oid order by max(level), 1
                """);
        tables.removeAll(OTHERS);
        return tables;
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        return strings(
                connection,
                "select attname from pg_attribute where attrelid = '" + table
                        + "'::regclass and attnum > 0 and not attisdropped and attidentity = ''"
                        + " and attgenerated = '' order by attnum");
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
