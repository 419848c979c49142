package dev.breakwater.ui.part;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** How the rows of a list look: their columns and their height, and the menu for both. */
final class ListLook<T> {

    private final DataGrid<T> grid;
    private final ListColumns<T> columns;
    private final ColumnsMenu menu;
    private Density density = Density.COMPACT;

    /** @param columnsChosen takes the reader's choice of columns, empty for the list's own */
    ListLook(DataGrid<T> grid, Consumer<List<String>> columnsChosen) {
        this.grid = grid;
        this.columns = new ListColumns<>(grid);
        this.menu = new ColumnsMenu(
                chosen -> {
                    List<String> keys = columns.toState(chosen);
                    show(keys);
                    columnsChosen.accept(keys);
                },
                this::choose);
        grid.addClassName(density.css());
    }

    ColumnsMenu menu() {
        return menu;
    }

    /** Takes the columns that the page has added. */
    void take(NarrowRow<T> narrow) {
        columns.take(narrow);
    }

    /** Shows these columns, the list's own choice if there are none. */
    void show(List<String> keys) {
        columns.show(keys);
        showMenu();
    }

    private void choose(Density chosen) {
        grid.removeClassName(density.css());
        density = chosen;
        grid.addClassName(density.css());
        showMenu();
    }

    private void showMenu() {
        Set<String> shown = columns.shown();
        menu.show(columns.offered(), shown, density);
    }
}
