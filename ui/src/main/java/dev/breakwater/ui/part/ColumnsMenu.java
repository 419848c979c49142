package dev.breakwater.ui.part;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import dev.breakwater.central.profile.Preferences.Density;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Chooses the columns of a list and the height of its rows. */
final class ColumnsMenu extends MenuBar {

    private final Consumer<Set<String>> columnsChosen;
    private final Consumer<Density> densityChosen;
    private @Nullable MenuItem menu;

    ColumnsMenu(Consumer<Set<String>> columnsChosen, Consumer<Density> densityChosen) {
        this.columnsChosen = columnsChosen;
        this.densityChosen = densityChosen;
        addClassName("bw-button-menu");
    }

    /**
     * Shows the choice.
     *
     * @param offered headers by key
     */
    void show(Map<String, String> offered, Set<String> shown, Density density) {
        if (menu == null) {
            Span label = Markup.text("bw-button-label", "");
            label.add(Markup.icon("columns"), Markup.text("bw-button-word", "Columns"));
            menu = addItem(label);
            menu.setAriaLabel("Columns and height of the rows");
        }
        var choices = menu.getSubMenu();
        choices.removeAll();
        offered.forEach((key, header) -> {
            MenuItem item = choices.addItem(header, event -> {
                Set<String> chosen = new HashSet<>(shown);
                if (!chosen.remove(key)) {
                    chosen.add(key);
                }
                columnsChosen.accept(chosen);
            });
            item.setCheckable(true);
            item.setChecked(shown.contains(key));
            item.setEnabled(shown.size() > 1 || !shown.contains(key));
            item.setKeepOpen(true);
        });
        choices.addSeparator();
        for (Density choice : Density.values()) {
            MenuItem item = choices.addItem(words(choice), event -> densityChosen.accept(choice));
            item.setCheckable(true);
            item.setChecked(choice == density);
        }
    }

    private static String words(Density density) {
        return switch (density) {
            case COMPACT -> "Compact rows";
            case NORMAL -> "Normal rows";
            case COMFORTABLE -> "Comfortable rows";
        };
    }
}
