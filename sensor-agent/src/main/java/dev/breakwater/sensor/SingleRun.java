package dev.breakwater.sensor;

import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.sensor.facts.KindSight;
import dev.breakwater.sensor.facts.SourceProblem;
import dev.breakwater.sensor.facts.SourceStatus;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code --once}: waits until central has committed everything, then tells what was seen and what was not. */
final class SingleRun {

    private final Sensor sensor;
    private final PrintWriter out;
    private final PrintWriter err;

    private final boolean strict;

    /** @param strict whether it has failed if something could not be read */
    SingleRun(Sensor sensor, boolean strict, PrintWriter out, PrintWriter err) {
        this.sensor = sensor;
        this.strict = strict;
        this.out = out;
        this.err = err;
    }

    /** Waits at most so long; answers the exit code. */
    int await(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (!sensor.isSettled() && System.nanoTime() < end) {
            sensor.awaitChange();
        }
        int exit = 0;
        for (ClusterSensor cluster : sensor.all()) {
            if (sensor.isSynced(cluster.name())) {
                print(cluster);
                if (strict && !isWhole(cluster.source().status())) {
                    err.println("sensor: cluster " + cluster.name()
                            + " is synced, but not everything could be read (--strict)");
                    exit = Main.COULD_NOT;
                }
            } else {
                err.println("sensor: cluster " + cluster.name() + " is not synced: " + sensor.trouble(cluster.name()));
                exit = Main.COULD_NOT;
            }
        }
        return exit;
    }

    private static boolean isWhole(SourceStatus status) {
        return status.problems().isEmpty() && status.isComplete();
    }

    private void print(ClusterSensor cluster) {
        Map<ObjectKind, Integer> counts = cluster.source().facts().counts();
        Map<ObjectKind, KindSight> sights = cluster.source().status().kinds();
        out.println(
                "cluster " + cluster.name() + ": " + cluster.source().facts().size() + " objects synced");
        for (ObjectKind kind : ObjectKind.values()) {
            KindSight sight = sights.getOrDefault(kind, KindSight.SEEN);
            out.printf(
                    Locale.ROOT,
                    "  %-16s %7d%s%n",
                    kind.name().toLowerCase(Locale.ROOT),
                    counts.getOrDefault(kind, 0),
                    sight.equals(KindSight.SEEN) ? "" : "  " + words(sight));
        }
        List<SourceProblem> problems = cluster.source().status().problems();
        if (!problems.isEmpty()) {
            out.println("  could not be read (" + problems.size() + "):");
            problems.stream().limit(SourceStatus.MOST_LISTED).forEach(problem -> out.println("    " + problem));
            if (problems.size() > SourceStatus.MOST_LISTED) {
                out.println("    and " + (problems.size() - SourceStatus.MOST_LISTED) + " more");
            }
        }
    }

    private static String words(KindSight sight) {
        String word = sight.sight()
                .name()
                .replaceFirst("^SIGHT_", "")
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
        return sight.detail().isEmpty() ? word : word + ": " + sight.detail();
    }
}
