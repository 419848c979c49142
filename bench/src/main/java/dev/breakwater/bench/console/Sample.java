package dev.breakwater.bench.console;

import dev.breakwater.bench.BenchDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What people look for: some of what is there, drawn once. */
record Sample(
        List<String> violations,
        List<String> workloads,
        List<String> policies,
        List<String> namespaces,
        List<String> clusters,
        List<String> images,
        List<String> policyIds) {

    static Sample draw(BenchDatabase database) throws SQLException {
        try (Connection connection = database.connect(BenchDatabase.CENTRAL);
                Statement statement = connection.createStatement()) {
            return new Sample(
                    some(
                            statement,
                            "select id from violations tablesample system (1) where state = 'OPEN' order by random() limit 400"),
                    some(statement, "select id from workloads tablesample bernoulli (2) order by random() limit 400"),
                    some(
                            statement,
                            "select name from policies where exists (select 1 from violations v where v.policy_id = policies.id)"),
                    some(statement, "select distinct name from namespaces where not platform"),
                    some(statement, "select name from clusters"),
                    some(statement, "select repository from images order by random() limit 200"),
                    some(
                            statement,
                            "select id from policies where exists (select 1 from violations v where v.policy_id = policies.id)"));
        }
    }

    /** One of them. */
    static String one(List<String> of, SplittableRandom random) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<String> some(Statement statement, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        if (values.isEmpty()) {
            throw new IllegalStateException("nothing there: " + sql);
        }
        return List.copyOf(values);
    }
}
