package dev.breakwater.bench;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Which statements PostgreSQL worked on longest, for a server that counts them. */
public final class CostlyStatements {

    private CostlyStatements() {}

    /** Counts from now on. */
    public static void forget(BenchDatabase database) throws SQLException {
        database.execute(
                BenchDatabase.CENTRAL,
                "create extension if not exists pg_stat_statements",
                "select pg_stat_statements_reset()");
    }

    public static void print(BenchDatabase database, PrintStream out) throws SQLException {
        try (Connection connection = database.connect(BenchDatabase.CENTRAL);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select calls, rows, total_exec_time / 1000, left(regexp_replace(query, '\\s+', ' ', 'g'), 130)
                        from pg_stat_statements order by total_exec_time desc limit 16
                        """)) {
            while (rows.next()) {
                out.printf(
                        "    %,8d calls %,9d rows %7.2f s %s%n",
                        rows.getLong(1), rows.getLong(2), rows.getDouble(3), rows.getString(4));
            }
        }
    }
}
