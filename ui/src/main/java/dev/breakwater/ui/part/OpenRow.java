package dev.breakwater.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.ui.part.ListView.Opened;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The list with the row that is open beside it. */
final class OpenRow<T> {

    private final ListSource<T> source;
    private final DataGrid<T> grid;
    private final Split split;
    private final Runnable close;

    OpenRow(ListSource<T> source, DataGrid<T> grid, Component list, Runnable close) {
        this.source = source;
        this.grid = grid;
        this.close = close;
        this.split = new Split(list, close);
    }

    Component component() {
        return split;
    }

    /**
     * Opens a row; it need not be among those that match.
     *
     * @param id {@code null} closes what is open
     * @param matches how many rows match
     * @param detail what is shown of it
     */
    void show(@Nullable UUID id, int matches, Function<Opened<T>, Component> detail) {
        if (id == null) {
            split.setDetail(null);
            grid.deselectAll();
            return;
        }
        try {
            T row = source.get(id);
            grid.select(row);
            Optional<KeysetPages.Place<T>> place = grid.place(row);
            split.setDetail(detail.apply(new Opened<>(
                    row,
                    place.map(KeysetPages.Place::number).orElse(null),
                    matches,
                    place.map(KeysetPages.Place::previous).orElse(null),
                    place.map(KeysetPages.Place::next).orElse(null))));
        } catch (NotFound e) {
            split.setDetail(new EmptyState(
                    "Not found, or no access",
                    "It may have gone since the link was made.",
                    DetailBar.closing(new Button("Close", event -> close.run()))));
        }
    }
}
