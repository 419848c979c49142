package dev.breakwater.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how long a central takes that reads a large cluster from nothing until everything is judged and visible. */
@Command(
        name = "run-initial-sync",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Reads an invented cluster into central, judges it, reads it again unchanged, and writes the same rows"
                        + " by plain JDBC for comparison.")
public final class InitialSync implements Callable<Integer> {

    @Option(names = "--workloads", defaultValue = "15000", description = "Deployments (default: ${DEFAULT-VALUE}).")
    private int workloads;

    @Option(names = "--deployments-only", description = "Without pods, nodes, Services, accounts, roles and bindings.")
    private boolean deploymentsOnly;

    @Option(names = "--rounds", defaultValue = "3", description = "The first is cold (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seed", defaultValue = "1", description = "Another fleet of the same shape.")
    private long seed;

    @Option(
            names = "--folder",
            defaultValue = "target/bench",
            description = "Is made anew (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("target/bench");

    @Option(names = "--jar", defaultValue = "ui/target/breakwater.jar", description = "The product.")
    private Path jar = Path.of("ui/target/breakwater.jar");

    @Option(names = "--central-heap", defaultValue = "1g", description = "-Xmx of central (default: ${DEFAULT-VALUE}).")
    private String centralHeap = "1g";

    @Option(names = "--central-option", description = "One more option of central's JVM; may be repeated.")
    private List<String> centralOptions = new ArrayList<>();

    @Option(names = "--statements", description = "Tell which statements cost the database most.")
    private boolean statements;

    @Option(names = "--http-port", defaultValue = "18080")
    private int httpPort;

    @Option(names = "--link-port", defaultValue = "19443")
    private int linkPort;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new InitialSync()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = new Settings(
                workloads,
                deploymentsOnly,
                rounds,
                seed,
                Folders.anew(folder.toAbsolutePath()),
                jar.toAbsolutePath(),
                centralHeap,
                centralOptions,
                statements,
                httpPort,
                linkPort);
        try (BenchDatabase database = BenchDatabase.start(settings.folder().resolve("postgres"), statements)) {
            new Measurement(settings, database, System.out).run();
        }
        return 0;
    }
}
