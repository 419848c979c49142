package dev.breakwater.sensor;

import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.sensor.facts.FactStore;
import dev.breakwater.sensor.facts.SourceStatus;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sensor in numbers, as Prometheus reads them. */
final class SensorMetrics {

    private final StringBuilder text = new StringBuilder();

    private SensorMetrics() {}

    static String of(Sensor sensor) {
        SensorMetrics metrics = new SensorMetrics();
        List<String> synced = new ArrayList<>();
        List<String> objects = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        List<String> pending = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (ClusterSensor cluster : sensor.all()) {
            String name = "{cluster=\"" + cluster.name() + "\"";
            FactStore facts = cluster.source().facts();
            SourceStatus status = cluster.source().status();
            Map<ObjectKind, Integer> counts = facts.counts();
            synced.add(name + "} " + (sensor.isConnected(cluster.name()) ? 1 : 0));
            pending.add(name + "} " + facts.changes());
            problems.add(name + "} " + status.problems().size());
            for (ObjectKind kind : ObjectKind.values()) {
                String labels = name + ",kind=\"" + kind.name().toLowerCase(Locale.ROOT) + "\"} ";
                objects.add(labels + counts.getOrDefault(kind, 0));
                seen.add(labels + (status.isComplete(kind) ? 1 : 0));
            }
        }
        metrics.gauge("synced", "1 while central has everything that was read", synced);
        metrics.gauge("objects", "Objects that are read", objects);
        metrics.gauge("kind_readable", "1 while objects of this kind can be read or are not served", seen);
        metrics.gauge("pending_changes", "Changes that are not sent yet", pending);
        metrics.gauge("problems", "Things that could not be read", problems);
        metrics.gauge("heap_bytes", "Heap in use", List.of(" " + heap()));
        return metrics.text.toString();
    }

    private static long heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void gauge(String name, String help, List<String> samples) {
        String full = "breakwater_sensor_" + name;
        text.append("# HELP ").append(full).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(full).append(" gauge\n");
        samples.forEach(sample -> text.append(full).append(sample).append('\n'));
    }
}
