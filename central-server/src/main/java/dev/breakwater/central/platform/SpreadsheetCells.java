package dev.breakwater.central.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes values into cells of a CSV file. */
public final class SpreadsheetCells {

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private SpreadsheetCells() {}

    /** The values in a form that a spreadsheet shows and does not run. */
    public static List<String> of(List<? extends @Nullable Object> values) {
        return values.stream().map(SpreadsheetCells::cell).toList();
    }

    /**
     * A text that a spreadsheet would take for a formula gets an apostrophe in front: names come from clusters, and whoever
     * opens the file trusts it. Numbers are left as they are.
     */
    public static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean formula = !(value instanceof Number) && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
