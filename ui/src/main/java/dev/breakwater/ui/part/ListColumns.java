package dev.breakwater.ui.part;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid.Column;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which columns of a list are seen: the list's own choice, or the reader's, which is in the URL. On a narrow page there is one
 * of two lines in their place. Beside an open row the last columns of the list's own choice make room for the first.
 */
final class ListColumns<T> {

    /** Below this many CSS pixels a page is narrow. */
    private static final int NARROW = 800;

    /** Below this many CSS pixels the navigation is its icons. */
    private static final int ICONS = 1280;

    /** What the navigation and the edges take of the page, in CSS pixels: its words, or its icons. */
    private static final int WORDS_TAKE = 216;

    private static final int ICONS_TAKE = 64;

    /** What an open row and the check boxes take. */
    private static final int BESIDE = 512 + 44;

    /** Less than this many CSS pixels are no room for a list beside a row: the row lies over it. */
    private static final int LEAST = 380;

    private final DataGrid<T> grid;
    private final Map<String, Column<T>> columns = new LinkedHashMap<>();
    private Set<String> usual = Set.of();
    private Set<String> shown = Set.of();
    private boolean narrow;
    private boolean beside;
    private int width;

    ListColumns(DataGrid<T> grid) {
        this.grid = grid;
    }

    /** Takes the columns that the page has added; those that it hid are offered, but not shown by themselves. */
    void take(NarrowRow<T> narrowRow) {
        for (Column<T> column : List.copyOf(grid.getColumns())) {
            if (DataGrid.CHECK.equals(column.getKey())) {
                continue;
            }
            if (column.getKey() == null) {
                column.setKey(column.getHeaderText()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace(' ', '-'));
            }
            columns.put(column.getKey(), column);
        }
        usual = columns.entrySet().stream()
                .filter(entry -> entry.getValue().isVisible())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        shown = usual;
        grid.narrowColumn(narrowRow);
        UI ui = UI.getCurrent();
        width = ui.getPage().getExtendedClientDetails().getWindowInnerWidth();
        narrow = isNarrow(width);
        apply();
        var resizes = ui.getPage().addBrowserWindowResizeListener(event -> {
            boolean other = isNarrow(event.getWidth()) != narrow || beside;
            width = event.getWidth();
            narrow = isNarrow(width);
            if (other) {
                apply();
            }
        });
        grid.addDetachListener(event -> resizes.remove());
    }

    private static boolean isNarrow(int width) {
        return width > 0 && width < NARROW;
    }

    /** Shows these; the list's own choice if there is none among them that it knows. */
    void show(List<String> keys) {
        Set<String> known = keys.stream().filter(columns::containsKey).collect(Collectors.toSet());
        shown = known.isEmpty() ? usual : known;
        apply();
    }

    /** The choice as the URL has it; empty for the list's own. */
    List<String> toState(Set<String> chosen) {
        if (chosen.equals(usual)) {
            return List.of();
        }
        return columns.keySet().stream().filter(chosen::contains).toList();
    }

    Set<String> shown() {
        return shown;
    }

    /** Every column by its key, in the order of the list. */
    Map<String, String> offered() {
        Map<String, String> offered = new LinkedHashMap<>();
        columns.forEach((key, column) -> offered.put(key, column.getHeaderText()));
        return offered;
    }

    /** Whether a row is open beside the list. */
    void makeRoom(boolean rowIsOpen) {
        if (rowIsOpen != beside) {
            beside = rowIsOpen;
            apply();
        }
    }

    /** Those of the shown that have room. */
    private Set<String> fitting() {
        int room = width - (width < ICONS ? ICONS_TAKE : WORDS_TAKE) - BESIDE;
        if (!beside || !shown.equals(usual) || room < LEAST) {
            return shown;
        }
        Set<String> fitting = new HashSet<>();
        for (Map.Entry<String, Column<T>> entry : columns.entrySet()) {
            if (shown.contains(entry.getKey())) {
                room -= pixels(entry.getValue());
                if (room < 0) {
                    break;
                }
                fitting.add(entry.getKey());
            }
        }
        return fitting;
    }

    private static int pixels(Column<?> column) {
        String width = column.getWidth();
        return width == null ? 100 : Integer.parseInt(width.replace("px", ""));
    }

    private void apply() {
        Set<String> fitting = fitting();
        columns.forEach((key, column) -> column.setVisible(!narrow && fitting.contains(key)));
        new ArrayList<>(grid.getColumns())
                .stream()
                        .filter(column -> DataGrid.NARROW.equals(column.getKey()))
                        .forEach(column -> column.setVisible(narrow));
        grid.setClassName("bw-grid-narrow", narrow);
    }
}
