package dev.breakwater.bench.console;

import dev.breakwater.bench.Await;
import dev.breakwater.bench.BenchDatabase;
import dev.breakwater.bench.CentralApi;
import dev.breakwater.bench.CentralProcess;
import dev.breakwater.bench.FleetSource;
import dev.breakwater.bench.SensorConnection;
import dev.breakwater.bench.Settings;
import dev.breakwater.bench.fleet.FleetGenerator;
import dev.breakwater.bench.fleet.FleetShape;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A fleet as it is after a year: one cluster comes over the sensor's link, is stored, judged and scored by central, and is then
 * copied in the database, since telling a hundred thousand workloads takes minutes that are not what is measured.
 */
final class SeededFleet {

    /** Violations of a copied workload, in whatever state. */
    private static final double PER_WORKLOAD = 11.6;

    /** Switched on besides those that are, so that the fleet has more to show. */
    private static final int MORE_POLICIES = 100;

    private static final Duration JUDGED = Duration.ofMinutes(10);

    private final Settings settings;
    private final BenchDatabase database;
    private final PrintStream out;

    SeededFleet(Settings settings, BenchDatabase database, PrintStream out) {
        this.settings = settings;
        this.database = database;
        this.out = out;
    }

    /**
     * Makes the fleet.
     *
     * @param told workloads that come over the link
     */
    void make(int told, int clusters) throws IOException, InterruptedException, SQLException {
        long start = System.nanoTime();
        try (CentralProcess central = CentralProcess.start(settings, database.url(BenchDatabase.CENTRAL))) {
            tell(central.api(), told);
        }
        out.printf(
                "  %,d workloads told and judged, %,d violations, after %.0f s%n",
                told, count("violations"), seconds(start));
        // The catalogue grows, and what it finds with it; the fleet is to stay as large as it is.
        double kept = Math.min(1, PER_WORKLOAD * told / count("violations"));
        new FleetCopies(database, out).make(clusters, settings.workloads(), told, kept);
        out.printf("  copied after %.0f s%n", seconds(start));
    }

    private void tell(CentralApi api, int told) throws IOException, InterruptedException {
        api.enablePolicies(MORE_POLICIES);
        CentralApi.Cluster cluster = api.add("prod-00");
        FleetSource source =
                new FleetSource(cluster.name(), new FleetGenerator(FleetShape.neglected(told), settings.seed()));
        try (SensorConnection connection = new SensorConnection(
                settings.linkPort(), cluster, source, settings.folder().resolve("state"))) {
            connection.awaitSynced();
            Await.until("everything is judged", JUDGED, () -> {
                var summary = api.summary();
                return summary.path("ready").asBoolean()
                        && summary.path("workloads").asInt() == told;
            });
        }
    }

    private static void awaitJudged(CentralApi api, int told) throws InterruptedException {
        Await.until("everything is judged", JUDGED, () -> {
            var summary = api.summary();
            return summary.path("ready").asBoolean()
                    && summary.path("workloads").asInt() == told;
        });
    }

    /** What is there, in one line. */
    String words() throws SQLException {
        return "%,d workloads in %,d clusters and %,d namespaces, %,d violations (%,d open), %,d images, %,d pods, %,d days of places"
                .formatted(
                        count("workloads"),
                        count("clusters"),
                        count("namespaces"),
                        count("violations"),
                        count("violations where state = 'OPEN'"),
                        count("images"),
                        count("pods"),
                        count("violation_days"));
    }

    private long count(String of) throws SQLException {
        return database.number(BenchDatabase.CENTRAL, "select count(*) from " + of);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
