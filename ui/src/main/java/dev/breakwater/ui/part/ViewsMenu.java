package dev.breakwater.ui.part;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import dev.breakwater.central.profile.SavedView;
import dev.breakwater.central.profile.SavedView.Shown;
import dev.breakwater.central.profile.SavedViews;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The saved views of a list: to choose one, to keep what is shown, and to change one's own. */
final class ViewsMenu extends MenuBar {

    private final SavedViews views;
    private final String list;
    private final Consumer<Shown> chosen;
    private final Span label = Markup.text("bw-button-word", "Views");
    private final SubMenu menu;
    private Shown shown = new Shown("", "", List.of(), "");

    ViewsMenu(SavedViews views, String list, Consumer<Shown> chosen) {
        this.views = views;
        this.list = list;
        this.chosen = chosen;
        addClassName("bw-button-menu");
        Span content = Markup.text("bw-button-label", "");
        content.add(Markup.icon("bookmark"), label);
        MenuItem item = addItem(content);
        item.setAriaLabel("Saved views");
        menu = item.getSubMenu();
    }

    /** What the list shows now; the menu names the view that it is. */
    void show(Shown now) {
        shown = now;
        List<SavedView> known = views.list(list);
        Optional<SavedView> present =
                known.stream().filter(view -> view.shown().equals(now)).findFirst();
        label.setText(PlainText.of(present.map(SavedView::name).orElse("Views")));
        menu.removeAll();
        for (SavedView view : known) {
            MenuItem choice = menu.addItem(words(view), event -> chosen.accept(view.shown()));
            choice.setCheckable(true);
            choice.setChecked(view.shown().equals(now));
        }
        if (!known.isEmpty()) {
            menu.addSeparator();
        }
        menu.addItem("Save this view…", event -> new ViewDialog(this::save).open());
        present.filter(SavedView::mine).ifPresent(view -> {
            menu.addItem(view.shared() ? "Keep it for myself" : "Share it with all", event -> {
                views.change(view.id(), view.name(), !view.shared(), view.shown());
                show(shown);
            });
            menu.addItem("Delete “" + view.name() + "”", event -> delete(view));
        });
    }

    private static String words(SavedView view) {
        return view.mine()
                ? view.name() + (view.shared() ? " (shared)" : "")
                : view.name() + " (of " + view.owner() + ")";
    }

    private void save(String name, boolean shared) {
        views.save(list, name, shared, shown);
        show(shown);
    }

    private void delete(SavedView view) {
        views.delete(view.id());
        show(shown);
        UndoNotice.show(
                "The view “" + view.name() + "” is deleted.",
                Optional.of(() -> views.save(list, view.name(), view.shared(), view.shown())),
                () -> show(shown));
    }
}
