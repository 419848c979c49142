package dev.breakwater.ui.part;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The check boxes of a list, the bar that they bring up, and the way from there to an action that is done. */
final class BulkSelection<T> {

    private final ListSource<T> source;
    private final DataGrid<T> grid;
    private final Runnable reread;
    private final CheckedRows<T> checked;
    private final Checkbox head = new Checkbox();
    private @Nullable BulkBar bar;
    private String q = "";
    private int matches;

    /** @param reread shows the rows anew after they were changed */
    BulkSelection(ListSource<T> source, DataGrid<T> grid, Runnable reread) {
        this.source = source;
        this.grid = grid;
        this.reread = reread;
        this.checked = new CheckedRows<>(source::idOf);
    }

    /** Adds the check boxes and the bar, if there is something to do. Call it before the columns are added. */
    void offer(List<BulkAction> actions, Div master) {
        if (actions.isEmpty()) {
            return;
        }
        head.setAriaLabel("Select all " + source.noun().many() + " that match");
        head.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                checkAll(Boolean.TRUE.equals(event.getValue()));
            }
        });
        grid.checkColumn(checked, head, this::show);
        bar = new BulkBar(source.noun(), actions, this::start, () -> checkAll(true), () -> checkAll(false));
        master.add(bar);
    }

    /** The rows that are shown now; another filter unticks what it may not show. */
    void matching(String filter, int count) {
        if (!filter.equals(q)) {
            checked.clear();
        }
        q = filter;
        matches = count;
        show();
    }

    private void checkAll(boolean on) {
        if (on) {
            checked.checkAll();
        } else {
            checked.clear();
        }
        grid.getDataProvider().refreshAll();
        show();
    }

    private void show() {
        int ticked = checked.count(matches);
        head.setValue(ticked > 0 && ticked >= matches);
        head.setIndeterminate(ticked > 0 && ticked < matches);
        if (bar != null) {
            bar.show(checked, matches);
        }
    }

    private void start(BulkAction action) {
        start(action, checked.ids(source, q));
    }

    /** Asks about an action on these rows, ticked or not, or on what they gather. */
    void start(BulkAction action, List<UUID> chosen) {
        List<UUID> ids = chosen.isEmpty() ? chosen : source.acted(chosen, q, CheckedRows.MOST + 1);
        if (ids.size() > CheckedRows.MOST) {
            Notification.show("At most " + Counted.number(CheckedRows.MOST) + " at a time. Narrow the filter.");
            return;
        }
        if (ids.isEmpty()) {
            Notification.show("They no longer match. The list shows what does.");
            reread.run();
            return;
        }
        if (!action.asks()) {
            action.runAtOnce(ids);
            return;
        }
        new BulkDialog(action.prepare(ids), ids, source.actedNoun(), this::ended).open();
    }

    private void ended(BulkRun run) {
        checkAll(false);
        reread.run();
        UndoNotice.show(run.words(source.actedNoun()), run.undo(), reread);
    }
}
