package dev.breakwater.bench.console;

import dev.breakwater.bench.BenchDatabase;
import dev.breakwater.bench.Folders;
import dev.breakwater.bench.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast people get their answers from a central with a large fleet, and what an open tab of the console costs it. */
@Command(
        name = "run-console",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Makes a large fleet, lets people use console and REST at the same time, and measures open tabs.")
public final class ConsoleBench implements Callable<Integer> {

    @Option(names = "--workloads", defaultValue = "100000", description = "Default: ${DEFAULT-VALUE}.")
    private int workloads;

    @Option(
            names = "--told",
            defaultValue = "8000",
            description = "Of these, told over the link; the others are copies.")
    private int told;

    @Option(names = "--clusters", defaultValue = "40", description = "Default: ${DEFAULT-VALUE}.")
    private int clusters;

    @Option(names = "--seed", defaultValue = "1", description = "Another fleet of the same shape.")
    private long seed;

    @Option(names = "--folder", defaultValue = "target/bench-console", description = "Default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("target/bench-console");

    @Option(names = "--reuse", description = "Takes the fleet that an earlier run left in the folder.")
    private boolean reuse;

    @Option(names = "--people", defaultValue = "20", description = "At the same time (default: ${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "How often each does each thing (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--think",
            defaultValue = "PT0.7S",
            description = "Mean pause of a person (default: ${DEFAULT-VALUE}).")
    private Duration think = Duration.ofMillis(500);

    @Option(names = "--tabs", defaultValue = "40", description = "Opened to see what each keeps, 0 = none.")
    private int tabs;

    @Option(names = "--only", defaultValue = "", description = "Operations whose names hold this.")
    private String only = "";

    @Option(names = "--fleet-only", description = "Makes the fleet and ends.")
    private boolean fleetOnly;

    @Option(names = "--jar", defaultValue = "ui/target/breakwater.jar", description = "The product.")
    private Path jar = Path.of("ui/target/breakwater.jar");

    @Option(names = "--central-heap", defaultValue = "1g", description = "-Xmx of central (default: ${DEFAULT-VALUE}).")
    private String centralHeap = "1g";

    @Option(names = "--central-option", description = "One more option of central's JVM; may be repeated.")
    private List<String> centralOptions = new ArrayList<>();

    @Option(
            names = "--buffers",
            defaultValue = "1GB",
            description = "shared_buffers of PostgreSQL (default: ${DEFAULT-VALUE}).")
    private String buffers = "1GB";

    @Option(names = "--statements", description = "Tell which statements cost the database most.")
    private boolean statements;

    @Option(names = "--http-port", defaultValue = "18080")
    private int httpPort;

    @Option(names = "--link-port", defaultValue = "19443")
    private int linkPort;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ConsoleBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path place = folder.toAbsolutePath();
        boolean made = reuse && Files.exists(place.resolve("postgres"));
        Settings settings = new Settings(
                workloads,
                false,
                1,
                seed,
                made ? place : Folders.anew(place),
                jar.toAbsolutePath(),
                centralHeap,
                centralOptions,
                statements,
                httpPort,
                linkPort);
        try (BenchDatabase database = BenchDatabase.start(place.resolve("postgres"), statements, buffers)) {
            SeededFleet fleet = new SeededFleet(settings, database, System.out);
            if (!made) {
                fleet.make(told, clusters);
            }
            System.out.println(fleet.words());
            if (fleetOnly) {
                return 0;
            }
            return new Usage(settings, database, people, rounds, think, only, tabs, System.out).measure() ? 0 : 1;
        }
    }
}
