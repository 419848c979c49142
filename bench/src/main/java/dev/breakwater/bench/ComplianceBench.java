package dev.breakwater.bench;

import dev.breakwater.bench.fleet.FleetGenerator;
import dev.breakwater.bench.fleet.FleetShape;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how long it takes until every check of every standard was asked of a large cluster and added up. */
@Command(
        name = "run-compliance",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Reads an invented cluster into central, forgets what the checks of standards said of it, and waits until"
                        + " every workload and node was asked again and every control added up.")
public final class ComplianceBench implements Callable<Integer> {

    private static final Duration ASKED = Duration.ofMinutes(10);
    private static final double GOAL_SECONDS = 30;

    @Option(names = "--workloads", defaultValue = "15000", description = "Deployments (default: ${DEFAULT-VALUE}).")
    private int workloads;

    @Option(names = "--rounds", defaultValue = "3", description = "The first is cold (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--folder",
            defaultValue = "target/bench-compliance",
            description = "Is made anew (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("target/bench-compliance");

    @Option(names = "--jar", defaultValue = "ui/target/breakwater.jar", description = "The product.")
    private Path jar = Path.of("ui/target/breakwater.jar");

    @Option(names = "--reuse", description = "With the fleet that the run before left.")
    private boolean reuse;

    @Option(names = "--statements", description = "Tells which SQL costs the database most.")
    private boolean statements;

    @Option(
            names = "--central-option",
            description = "An option for the JVM of central, such as -XX:StartFlightRecording=…; may be repeated.")
    private List<String> centralOptions = List.of();

    @Option(names = "--http-port", defaultValue = "18180")
    private int httpPort;

    @Option(names = "--link-port", defaultValue = "19543")
    private int linkPort;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ComplianceBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = new Settings(
                workloads,
                false,
                rounds,
                1,
                reuse ? folder.toAbsolutePath() : Folders.anew(folder.toAbsolutePath()),
                jar.toAbsolutePath(),
                "1g",
                centralOptions,
                statements,
                httpPort,
                linkPort);
        try (BenchDatabase database = BenchDatabase.start(settings.folder().resolve("postgres"), statements);
                CentralProcess central = CentralProcess.start(settings, database.url(BenchDatabase.CENTRAL))) {
            return measure(settings, database, central, System.out) ? 0 : 1;
        }
    }

    private boolean measure(Settings settings, BenchDatabase database, CentralProcess central, PrintStream out)
            throws IOException, InterruptedException, SQLException {
        FleetShape shape = FleetShape.large(settings.workloads());
        out.printf("fleet: %s, %,d objects%n", shape, shape.objects());
        if (!reuse) {
            fill(settings, database, central, shape, out);
        }
        database.execute(BenchDatabase.CENTRAL, "vacuum analyze");
        if (settings.statements()) {
            CostlyStatements.forget(database);
        }
        double slowest = 0;
        for (int round = 1; round <= settings.rounds(); round++) {
            double seconds = round(database, central, shape, out, round);
            slowest = round == 1 && settings.rounds() > 1 ? 0 : Math.max(slowest, seconds);
        }
        if (settings.statements()) {
            CostlyStatements.print(database, out);
        }
        out.printf("goal: under %.0f s; slowest warm round %.1f s%n", GOAL_SECONDS, slowest);
        return slowest < GOAL_SECONDS;
    }

    /** Has a fleet read, judged, and its nodes looked at. */
    private static void fill(
            Settings settings, BenchDatabase database, CentralProcess central, FleetShape shape, PrintStream out)
            throws IOException, InterruptedException, SQLException {
        CentralApi.Cluster cluster = central.api().add("bench");
        FleetSource source = new FleetSource(cluster.name(), new FleetGenerator(shape, settings.seed()));
        NodeLooks looks = NodeLooks.look();
        try (SensorConnection connection = new SensorConnection(
                settings.linkPort(), cluster, source, settings.folder().resolve("state"))) {
            connection.awaitSynced();
            awaitAsked(database, shape.workloads());
        }
        lookAtNodes(database, central, cluster, looks, out);
    }

    private static void lookAtNodes(
            BenchDatabase database,
            CentralProcess central,
            CentralApi.Cluster cluster,
            NodeLooks looks,
            PrintStream out)
            throws IOException, InterruptedException, SQLException {
        List<String> nodes = database.texts(BenchDatabase.CENTRAL, "select name from nodes order by name");
        for (String what : List.of("judged", "unchanged")) {
            CpuTime before = CpuTime.now(central.pid(), database.pid());
            long start = System.nanoTime();
            looks.send(central.api(), cluster.name(), nodes);
            out.printf(
                    "looks at %,d nodes over REST, %s: %.1f s; %s%n",
                    nodes.size(),
                    what,
                    (System.nanoTime() - start) / 1e9,
                    CpuTime.now(central.pid(), database.pid()).since(before));
        }
    }

    private double round(BenchDatabase database, CentralProcess central, FleetShape shape, PrintStream out, int round)
            throws IOException, InterruptedException, SQLException {
        database.execute(
                BenchDatabase.CENTRAL,
                "delete from workload_checks",
                "update judgements set policy_revision = -1",
                "delete from node_checks",
                "delete from compliance_checks",
                "delete from compliance_results",
                "insert into judgement_due (workload_id, cluster_id, due_at, cause)"
                        + " select id, cluster_id, now(), 'bench' from workloads order by id on conflict do nothing");
        CpuTime before = CpuTime.now(central.pid(), database.pid());
        long start = System.nanoTime();
        awaitAsked(database, shape.workloads());
        double asked = (System.nanoTime() - start) / 1e9;
        CpuTime judged = CpuTime.now(central.pid(), database.pid());
        central.api().post("/api/v1/compliance/runs", Map.of());
        double added = (System.nanoTime() - start) / 1e9;
        CpuTime summed = CpuTime.now(central.pid(), database.pid());
        central.api().post("/api/v1/compliance/runs", Map.of());
        double again = (System.nanoTime() - start) / 1e9 - added;
        out.printf(
                "round %d: every workload asked (and judged by all policies) after %.1f s (%s), every node asked and every"
                        + " control added up after %.1f s (%s); once more with nothing changed %.1f s (%s)%n",
                round,
                asked,
                judged.since(before),
                added,
                summed.since(judged),
                again,
                CpuTime.now(central.pid(), database.pid()).since(summed));
        out.printf(
                "  %,d answers of workloads and %,d of nodes that fail or are unknown, %,d controls, %,d nodes asked%n",
                database.number(
                        BenchDatabase.CENTRAL,
                        "select coalesce(sum(cardinality(failed) + cardinality(unknown)), 0) from workload_checks"),
                database.number(
                        BenchDatabase.CENTRAL,
                        "select coalesce(sum(cardinality(failed) + cardinality(unknown)), 0) from node_checks"),
                database.number(BenchDatabase.CENTRAL, "select count(*) from compliance_results"),
                database.number(BenchDatabase.CENTRAL, "select count(*) from node_checks"));
        return added;
    }

    private static void awaitAsked(BenchDatabase database, int workloads) throws InterruptedException {
        Await.until(
                "every workload is asked",
                ASKED,
                () -> database.number(BenchDatabase.CENTRAL, "select count(*) from workload_checks") == workloads);
    }
}
