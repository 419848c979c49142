package dev.breakwater.bench.console;

import dev.breakwater.bench.BenchDatabase;
import dev.breakwater.bench.CentralApi;
import dev.breakwater.bench.CentralProcess;
import dev.breakwater.bench.CostlyStatements;
import dev.breakwater.bench.CpuTime;
import dev.breakwater.bench.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** People at work with a central that has the fleet: REST first, then the console, then tabs that stay open. */
final class Usage {

    /** The 95th percentile of each operation, in milliseconds. */
    private static final long GOAL = 300;

    /** A server that is slow must not make the measurement endless. */
    private static final Duration LONGEST_PHASE = Duration.ofSeconds(120);

    private static final Duration LONGEST_WARMING = Duration.ofSeconds(45);

    private final Settings settings;
    private final BenchDatabase database;
    private final int people;
    private final int rounds;
    private final Duration think;
    private final String only;
    private final int tabs;
    private final PrintStream out;

    Usage(
            Settings settings,
            BenchDatabase database,
            int people,
            int rounds,
            Duration think,
            String only,
            int tabs,
            PrintStream out) {
        this.settings = settings;
        this.database = database;
        this.people = people;
        this.rounds = rounds;
        this.think = think;
        this.only = only;
        this.tabs = tabs;
        this.out = out;
    }

    /** Whether every goal was reached. */
    boolean measure() throws IOException, InterruptedException, SQLException {
        Sample sample = Sample.draw(database);
        boolean good = true;
        if (tabs > 0) {
            try (CentralProcess central = CentralProcess.start(settings, database.url(BenchDatabase.CENTRAL))) {
                good = tabs(central, sample);
            }
        }
        try (CentralProcess central = CentralProcess.start(settings, database.url(BenchDatabase.CENTRAL))) {
            good &= phase(central, sample, "REST", RestOperations.all(), false);
            good &= phase(central, sample, "console", ConsoleOperations.all(), true);
            out.printf(
                    "%ncentral's heap: at the most %d MiB of %s, %d after a collection%n",
                    central.heap().peak(),
                    settings.centralHeap(),
                    central.heap().live());
        }
        return good;
    }

    /** In a central of its own: tabs that are open follow along, which the others would have to wait for. */
    private boolean tabs(CentralProcess central, Sample sample) throws IOException, InterruptedException {
        Person person = new Person(central.api().base(), central.api().authorization(), sample, people);
        person.signIn("admin", CentralApi.PASSWORD);
        TabMemory memory = new TabMemory(central.pid(), person, out);
        out.println();
        return memory.measure("violations, scrolled once", tabs, "violations", "", tab -> tab.scroll(50))
                & memory.measure(
                        "violations with a detail",
                        tabs,
                        "violations",
                        "sel=" + sample.violations().getFirst(),
                        tab -> {})
                & memory.measure("the overview", tabs, "", "", tab -> {})
                & memory.measure("the riskiest workloads", tabs, "risk", "", tab -> {});
    }

    private boolean phase(CentralProcess central, Sample sample, String title, List<Operation> all, boolean signedIn)
            throws IOException, InterruptedException, SQLException {
        List<Operation> operations = all.stream()
                .filter(operation -> operation.name().contains(only))
                .toList();
        if (operations.isEmpty()) {
            return true;
        }
        List<Person> persons = persons(central.api(), sample, signedIn);
        People crowd = new People(persons);
        // Whoever comes first after a start meets code that is not compiled yet; that is told elsewhere.
        crowd.work(operations, 1, Duration.ofMillis(100), LONGEST_WARMING, new Latencies(List.of()));
        if (settings.statements()) {
            CostlyStatements.forget(database);
        }
        Latencies latencies =
                new Latencies(operations.stream().map(Operation::name).toList());
        CpuTime before = CpuTime.now(central.pid(), database.pid());
        long start = System.nanoTime();
        crowd.work(operations, rounds, think, LONGEST_PHASE, latencies);
        boolean pass = latencies.print(title, GOAL, out);
        out.printf(
                "%d people for %.0f s, load %s; %s%n",
                people,
                (System.nanoTime() - start) / 1e9,
                load(),
                CpuTime.now(central.pid(), database.pid()).since(before));
        if (settings.statements()) {
            CostlyStatements.print(database, out);
        }
        return pass;
    }

    private List<Person> persons(CentralApi api, Sample sample, boolean signedIn)
            throws IOException, InterruptedException {
        List<Person> persons = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            Person person = new Person(api.base(), api.authorization(), sample, i);
            if (signedIn) {
                person.signIn("admin", CentralApi.PASSWORD);
                person.tab().open("", "");
            }
            persons.add(person);
        }
        return persons;
    }

    private static String load() throws IOException {
        Path file = Path.of("/proc/loadavg");
        return Files.exists(file) ? Files.readString(file).split(" ")[0] : "unknown";
    }
}
