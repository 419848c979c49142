package dev.breakwater.ui.part;

import java.util.List;

/** What a chart shows, as data; the browser's side draws it by its kind, the table beside it and the CSV are made of the same. */
public sealed interface Drawing permits ChartSpec, ScatterSpec {

    /**
     * The same data as a table.
     *
     * @param headers of the names and of the cells
     * @param fromEnd whether people read it from the last line: a trend, whose last day counts most
     */
    record Sheet(String caption, List<String> headers, List<Line> lines, boolean fromEnd) {}

    /** A line of it. */
    record Line(String name, String target, List<Cell> cells) {}

    /**
     * A value.
     *
     * @param plain as the CSV has it
     * @param shown as people read it
     * @param target where it leads, empty = nowhere
     */
    record Cell(String plain, String shown, String target) {

        static Cell of(long value, String target) {
            return new Cell(Long.toString(value), Counted.number(value), target);
        }

        static Cell of(String text) {
            return new Cell(text, text, "");
        }
    }

    /** What it says, for those who do not see it. */
    String sentence();

    /** One after the other. */
    List<Sheet> sheets();

    /** Where a value leads, empty = nowhere; what the browser says may be anything. */
    String target(int series, int index);

    /** Pixels below which it cannot be read, 0 = the page says. */
    default int leastHeight() {
        return 0;
    }
}
