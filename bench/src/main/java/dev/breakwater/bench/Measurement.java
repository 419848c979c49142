package dev.breakwater.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.breakwater.bench.fleet.FleetGenerator;
import dev.breakwater.bench.fleet.FleetShape;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;

/** The rounds of one measurement, told as they go. */
final class Measurement {

    private static final Duration JUDGED = Duration.ofMinutes(20);

    private final Settings settings;
    private final BenchDatabase database;
    private final PrintStream out;
    private final FleetShape shape;

    Measurement(Settings settings, BenchDatabase database, PrintStream out) {
        this.settings = settings;
        this.database = database;
        this.out = out;
        this.shape = settings.deploymentsOnly()
                ? FleetShape.deploymentsOnly(settings.workloads())
                : FleetShape.large(settings.workloads());
    }

    void run() throws IOException, InterruptedException, SQLException {
        out.printf("fleet: %s, %,d objects%n", shape, shape.objects());
        out.printf("PostgreSQL: %s%n", database.text(BenchDatabase.CENTRAL, """
                select 'fsync ' || current_setting('fsync') || ', synchronous_commit '
                    || current_setting('synchronous_commit') || ', version ' || current_setting('server_version')
                """));
        try (CentralProcess central = CentralProcess.start(settings, database.url(BenchDatabase.CENTRAL))) {
            for (int round = 1; round <= settings.rounds(); round++) {
                round(central, round);
            }
            out.printf(
                    "central's heap: at the most %d MiB of %s in use, %d MiB after a collection%n",
                    central.heap().peak(),
                    settings.centralHeap(),
                    central.heap().live());
        }
    }

    private void round(CentralProcess central, int round) throws IOException, InterruptedException, SQLException {
        CentralApi.Cluster cluster = central.api().add("bench-" + round);
        FleetSource source = new FleetSource(cluster.name(), new FleetGenerator(shape, settings.seed()));
        out.printf(
                "%nround %d (%s), load %s, %,d KiB on the wire%n",
                round, round == 1 ? "cold" : "warm", load(), source.bytes() >> 10);
        Path state = settings.folder().resolve("state-" + round);
        double total = first(central, cluster, source, state);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        out.printf("  sensor's heap after a collection: %d MiB%n", runtime.totalMemory() - runtime.freeMemory() >> 20);
        again(cluster, source, state);
        CpuTime before = CpuTime.now(central.pid(), database.pid());
        JdbcFloor.Result floor = new JdbcFloor(database).measure();
        out.printf(
                "  JDBC, reading included: %s%n",
                CpuTime.now(central.pid(), database.pid()).since(before));
        out.printf(
                "  the same %,d rows by JDBC: %.1f s; ratio %.2f, load %s%n",
                floor.rows().values().stream().mapToLong(Long::longValue).sum(),
                floor.total(),
                total / floor.total(),
                load());
        floor.seconds().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(12)
                .forEach(entry -> out.printf(
                        "    %-24s %,9d rows %6.2f s%n",
                        entry.getKey(), floor.rows().get(entry.getKey()), entry.getValue()));
        grant(central, cluster, source, state);
        edit(central);
        central.api().remove(cluster);
        database.execute(BenchDatabase.CENTRAL, "vacuum analyze");
    }

    private double first(CentralProcess central, CentralApi.Cluster cluster, FleetSource source, Path state)
            throws IOException, InterruptedException, SQLException {
        if (settings.statements()) {
            CostlyStatements.forget(database);
        }
        CpuTime before = CpuTime.now(central.pid(), database.pid());
        long start = System.nanoTime();
        try (SensorConnection connection = new SensorConnection(settings.linkPort(), cluster, source, state)) {
            connection.awaitSynced();
            double synced = seconds(start);
            JsonNode[] summary = new JsonNode[1];
            Await.until("everything is judged", JUDGED, () -> {
                summary[0] = central.api().summary();
                return summary[0].path("ready").asBoolean()
                        && summary[0].path("workloads").asInt() == shape.workloads();
            });
            double judged = seconds(start);
            out.printf(
                    "  synced after %.1f s, judged and visible after %.1f s: %,.0f objects/s; violations %s%n",
                    synced, judged, shape.objects() / judged, summary[0].path("violations"));
            out.printf("  %s%n", CpuTime.now(central.pid(), database.pid()).since(before));
            StageTimes.print(central.api().metrics(), out);
            if (settings.statements()) {
                CostlyStatements.print(database, out);
            }
            return judged;
        }
    }

    /** Reads the same cluster once more. */
    private void again(CentralApi.Cluster cluster, FleetSource source, Path state)
            throws IOException, InterruptedException, SQLException {
        Await.until(
                "the stream has ended",
                JUDGED,
                () -> database.number(
                                BenchDatabase.CENTRAL, "select count(*) from clusters where connected_at is not null")
                        == 0);
        RowsWritten before = RowsWritten.read(database);
        long start = System.nanoTime();
        SensorConnection connection = new SensorConnection(settings.linkPort(), cluster, source, state);
        double synced;
        try (connection) {
            connection.awaitSynced();
            synced = seconds(start);
        }
        RowsWritten written = RowsWritten.read(database).since(before);
        out.printf(
                "  unchanged: synced after %.2f s, %d rows of facts written, %d of the connection's own %s%n",
                synced, written.ofFacts(), written.ofBookkeeping(), written.byTable());
    }

    private void grant(CentralProcess central, CentralApi.Cluster cluster, FleetSource source, Path state)
            throws IOException, InterruptedException, SQLException {
        try (SensorConnection connection = new SensorConnection(settings.linkPort(), cluster, source, state)) {
            connection.awaitSynced();
            if (settings.statements()) {
                CostlyStatements.forget(database);
            }
            CpuTime before = CpuTime.now(central.pid(), database.pid());
            double settled = new WideGrant(database).measure(cluster, source);
            out.printf(
                    "  one binding over all %,d workloads: settled after %.1f s; %s%n",
                    shape.workloads(),
                    settled,
                    CpuTime.now(central.pid(), database.pid()).since(before));
            if (settings.statements()) {
                CostlyStatements.print(database, out);
            }
        }
    }

    /** Switches one more policy on: every workload is judged anew. */
    private void edit(CentralProcess central) throws IOException, InterruptedException, SQLException {
        CpuTime before = CpuTime.now(central.pid(), database.pid());
        long start = System.nanoTime();
        central.api().enablePolicies(1);
        Await.until(
                "nothing waits for its judgement",
                JUDGED,
                () -> database.number(
                                BenchDatabase.CENTRAL,
                                "select count(*) from (select 1 from judgement_due where due_at <= now() limit 1) due")
                        == 0);
        out.printf(
                "  one more policy: all %,d workloads judged anew after %.1f s; %s%n",
                shape.workloads(),
                seconds(start),
                CpuTime.now(central.pid(), database.pid()).since(before));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static String load() throws IOException {
        Path file = Path.of("/proc/loadavg");
        return Files.exists(file) ? Files.readString(file).split(" ")[0] : "unknown";
    }
}
