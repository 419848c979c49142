package dev.breakwater.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Rows inserted, updated and deleted, by table, as PostgreSQL counts them. */
record RowsWritten(Map<String, Long> byTable) {

    /** The rows that say who is connected and what was reported; they change with each connection, however large the fleet. */
    private static final java.util.Set<String> BOOKKEEPING = java.util.Set.of(
            "clusters", "cluster_coverage", "cluster_problems", "cluster_certificates", "enrolment_tokens");

    /** A session tells its counts at the latest ten seconds after its last statement. */
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(11);

    static RowsWritten read(BenchDatabase database) throws SQLException, InterruptedException {
        Thread.sleep(TOLD_WITHIN);
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = database.connect(BenchDatabase.CENTRAL);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select relname, n_tup_ins + n_tup_upd + n_tup_del from pg_stat_user_tables")) {
            while (found.next()) {
                rows.put(found.getString(1), found.getLong(2));
            }
        }
        return new RowsWritten(rows);
    }

    /** What came since another reading; tables without a change are left out. */
    RowsWritten since(RowsWritten before) {
        Map<String, Long> difference = new TreeMap<>();
        byTable.forEach((table, rows) -> {
            long more = rows - before.byTable.getOrDefault(table, 0L);
            if (more != 0) {
                difference.put(table, more);
            }
        });
        return new RowsWritten(difference);
    }

    long ofFacts() {
        return byTable.entrySet().stream()
                .filter(entry -> !BOOKKEEPING.contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    long ofBookkeeping() {
        return byTable.values().stream().mapToLong(Long::longValue).sum() - ofFacts();
    }
}
