package dev.breakwater.ui.part;

import dev.breakwater.central.profile.MyPreferences;
import dev.breakwater.central.profile.Preferences;
import dev.breakwater.central.profile.Preferences.Density;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How the rows of a list look: their columns and their height, and the menu for both. Columns are those of the URL, else those
 * that the reader chose last, else the list's own.
 */
final class ListLook<T> {

    private final DataGrid<T> grid;
    private final String list;
    private final MyPreferences preferences;
    private final ListColumns<T> columns;
    private final ColumnsMenu menu;
    private Preferences liked = Preferences.DEFAULT;

    /** @param columnsChosen takes the reader's choice of columns, empty for the list's own */
    ListLook(DataGrid<T> grid, String list, MyPreferences preferences, Consumer<List<String>> columnsChosen) {
        this.grid = grid;
        this.list = list;
        this.preferences = preferences;
        this.columns = new ListColumns<>(grid);
        this.menu = new ColumnsMenu(
                chosen -> {
                    List<String> keys = columns.toState(chosen);
                    keep(preferences.get().withColumns(list, keys));
                    show(keys);
                    columnsChosen.accept(keys);
                },
                density -> {
                    keep(preferences.get().withDensity(density));
                    showMenu();
                });
    }

    ColumnsMenu menu() {
        return menu;
    }

    /** Takes the columns that the page has added, and what the reader likes. */
    void take(NarrowRow<T> narrow) {
        columns.take(narrow);
        liked = preferences.get();
        grid.addClassName(css(liked.density()));
    }

    /** Shows these columns, or what is shown where nothing is said. */
    void show(List<String> keys) {
        columns.show(keys.isEmpty() ? liked.columns().getOrDefault(list, List.of()) : keys);
        showMenu();
    }

    /** Whether a row is open beside the list. */
    void makeRoom(boolean rowIsOpen) {
        columns.makeRoom(rowIsOpen);
    }

    private void keep(Preferences changed) {
        grid.removeClassName(css(liked.density()));
        liked = preferences.change(changed);
        grid.addClassName(css(liked.density()));
    }

    private void showMenu() {
        menu.show(columns.offered(), columns.shown(), liked.density());
    }

    private static String css(Density density) {
        return "bw-" + density.name().toLowerCase(Locale.ROOT);
    }
}
