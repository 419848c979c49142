package dev.breakwater.central.reporting.internal.content;

import dev.breakwater.central.reporting.ReportDocument.Bar;
import dev.breakwater.central.reporting.ReportDocument.Chart;
import dev.breakwater.engine.model.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts by name and severity, while rows go by. */
final class Counts {

    private static final List<Severity> ORDER =
            List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.UNKNOWN);

    private final Map<String, long[]> byName = new HashMap<>();

    void add(String name, Severity severity) {
        byName.computeIfAbsent(name, key -> new long[ORDER.size()])[ORDER.indexOf(severity)]++;
    }

    long of(Severity severity) {
        return byName.values().stream()
                .mapToLong(counts -> counts[ORDER.indexOf(severity)])
                .sum();
    }

    long total() {
        return byName.values().stream().mapToLong(Counts::sum).sum();
    }

    int names() {
        return byName.size();
    }

    /** A stacked bar for each name, the gravest first. */
    Chart chart(String title, int most) {
        List<Bar> bars = byName.entrySet().stream()
                .sorted(Map.Entry.<String, long[]>comparingByValue(gravestFirst())
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(entry -> bar(entry.getKey(), entry.getValue()))
                .toList();
        return new Chart(first(title, bars.size(), byName.size()), parts(), bars);
    }

    /** A title that says so where a chart shows some of the bars only. */
    static String first(String title, int shown, int all) {
        return shown == all ? title : title + " (" + shown + " of " + number(all) + ")";
    }

    private static Comparator<long[]> gravestFirst() {
        Comparator<long[]> order = Comparator.comparingLong(counts -> -counts[0]);
        for (int i = 1; i < ORDER.size(); i++) {
            int part = i;
            order = order.thenComparingLong(counts -> -counts[part]);
        }
        return order;
    }

    private static Bar bar(String name, long[] counts) {
        List<Long> values = new ArrayList<>();
        for (long count : counts) {
            values.add(count);
        }
        return new Bar(name, values, "");
    }

    static List<String> parts() {
        return ORDER.stream().map(Counts::word).toList();
    }

    static String word(Severity severity) {
        String lower = severity.name().toLowerCase(Locale.ROOT);
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }

    static String number(long value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }

    /** A count with its noun. */
    static String of(long count, String one, String many) {
        return number(count) + " " + (count == 1 ? one : many);
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
