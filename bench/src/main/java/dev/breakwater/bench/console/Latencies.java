package dev.breakwater.bench.console;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long each operation took, as the one who asked saw it: on this machine, with the server's work on the same cores. */
final class Latencies {

    private static final double MILLIS = 1e6;

    private final Map<String, ConcurrentLinkedQueue<Long>> nanos = new ConcurrentHashMap<>();
    private final Map<String, Integer> order = new LinkedHashMap<>();
    private final Map<String, String> failures = new ConcurrentHashMap<>();

    /** Names the operations in the order in which they are told. */
    Latencies(Iterable<String> operations) {
        operations.forEach(name -> order.put(name, order.size()));
    }

    void took(String operation, long duration) {
        nanos.computeIfAbsent(operation, key -> new ConcurrentLinkedQueue<>()).add(duration);
    }

    void failed(String operation, String why) {
        failures.putIfAbsent(operation, why);
    }

    /**
     * Prints a line for each operation.
     *
     * @param goal of the 95th percentile, in milliseconds
     * @return whether each operation was asked for, none failed and all reached the goal
     */
    boolean print(String title, long goal, PrintStream out) {
        out.printf("%n%-52s %6s %7s %7s %7s %7s%n", title + " [ms]", "times", "p50", "p95", "p99", "most");
        boolean pass = true;
        for (String name : order.keySet()) {
            long[] sorted = sorted(name);
            boolean good = sorted.length > 0 && !failures.containsKey(name) && at(sorted, 0.95) <= goal;
            pass &= good;
            out.printf(
                    "%-52s %6d %7.0f %7.0f %7.0f %7.0f%s%n",
                    name,
                    sorted.length,
                    at(sorted, 0.50),
                    at(sorted, 0.95),
                    at(sorted, 0.99),
                    at(sorted, 1),
                    good ? "" : "  MISSED " + failures.getOrDefault(name, ""));
        }
        long[] all = nanos.keySet().stream()
                .flatMapToLong(name -> Arrays.stream(sorted(name)))
                .sorted()
                .toArray();
        out.printf(
                "%-52s %6d %7.0f %7.0f %7.0f %7.0f%n",
                "all together", all.length, at(all, 0.50), at(all, 0.95), at(all, 0.99), at(all, 1));
        out.printf("goal, the 95th percentile of each under %d ms: %s%n", goal, pass ? "reached" : "MISSED");
        return pass;
    }

    private long[] sorted(String name) {
        return nanos.getOrDefault(name, new ConcurrentLinkedQueue<>()).stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
    }

    /** The smallest duration that at least this part of all does not exceed (nearest rank). */
    private static double at(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)] / MILLIS;
    }
}
