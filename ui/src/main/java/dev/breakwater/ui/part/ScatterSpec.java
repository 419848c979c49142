package dev.breakwater.ui.part;

import dev.breakwater.ui.part.ChartSpec.Tone;
import java.util.List;
import java.util.Locale;

/**
 * Points by two measures, each as large as what it touches, those that matter most with a shape of their own.
 *
 * @param kind always {@code SCATTER}: how the browser knows it
 * @param across from left to right
 * @param up from below
 * @param size what the size of a point is, such as {@code workloads}
 * @param mark what the shape of its own says, such as {@code known exploited}
 */
public record ScatterSpec(
        String kind,
        String sentence,
        String of,
        Measure across,
        Measure up,
        String size,
        String mark,
        List<Point> points)
        implements Drawing {

    /**
     * A measure.
     *
     * @param least the axis begins here
     * @param logarithmic whether each step is ten times the last; percent then
     */
    public record Measure(String name, double least, double most, boolean logarithmic) {}

    /** A point; what lies below the axis is drawn at its edge. */
    public record Point(String name, Tone tone, double x, double y, long size, boolean marked, String target) {

        public Point {
            name = PlainText.of(name);
        }
    }

    public ScatterSpec {
        points = List.copyOf(points);
    }

    public static ScatterSpec of(
            String sentence, String of, Measure across, Measure up, String size, String mark, List<Point> points) {
        return new ScatterSpec("SCATTER", sentence, of, across, up, size, mark, points);
    }

    @Override
    public String target(int series, int index) {
        return index < 0 || index >= points.size() ? "" : points.get(index).target();
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(new Sheet(
                sentence,
                List.of(of, across.name(), up.name(), capital(mark), capital(size)),
                points.stream()
                        .map(point -> new Line(
                                point.name(),
                                point.target(),
                                List.of(
                                        number(point.x()),
                                        number(point.y()),
                                        Cell.of(point.marked() ? "yes" : "no"),
                                        Cell.of(point.size(), ""))))
                        .toList(),
                false));
    }

    private static Cell number(double value) {
        return Cell.of(
                value == Math.rint(value) || value >= 1
                        ? String.format(Locale.ENGLISH, "%.1f", value)
                        : String.format(Locale.ENGLISH, "%.3f", value));
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
