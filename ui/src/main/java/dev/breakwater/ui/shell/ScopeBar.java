package dev.breakwater.ui.shell;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import dev.breakwater.central.inventory.Inventory.Places;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The scope as three chips; one click on a name looks at that alone, a second one adds another, "all" takes the limit away. */
final class ScopeBar extends Div {

    private final Supplier<Places> choices;
    private final Consumer<Scope> changed;
    private final MenuBar bar = new MenuBar();

    ScopeBar(Supplier<Places> choices, Consumer<Scope> changed) {
        this.choices = choices;
        this.changed = changed;
        addClassName("bw-scope");
        bar.getElement().setAttribute("aria-label", "Scope");
        add(bar);
    }

    void show(Scope scope) {
        Places known = choices.get();
        bar.removeAll();
        names("Clusters", known.clusters(), scope.clusters(), names -> changed.accept(scope.withClusters(names)));
        names(
                "Namespaces",
                known.namespaces(),
                scope.namespaces(),
                names -> changed.accept(scope.withNamespaces(names)));
        SubMenu whose = chip("Workloads", word(scope.workloads()), scope.workloads() != Scope.Workloads.USER)
                .getSubMenu();
        for (Scope.Workloads choice : Scope.Workloads.values()) {
            MenuItem item = whose.addItem(word(choice), event -> changed.accept(scope.withWorkloads(choice)));
            item.setCheckable(true);
            item.setChecked(choice == scope.workloads());
        }
    }

    private void names(String title, List<String> known, List<String> chosen, Consumer<List<String>> choose) {
        String value = chosen.isEmpty()
                ? "all " + size(known)
                : chosen.size() == 1 ? chosen.getFirst() : chosen.size() + " of " + size(known);
        SubMenu menu = chip(title, value, !chosen.isEmpty()).getSubMenu();
        MenuItem all = menu.addItem("All", event -> choose.accept(List.of()));
        all.setCheckable(true);
        all.setChecked(chosen.isEmpty());
        List<String> offered = new ArrayList<>(chosen);
        known.stream().filter(name -> !chosen.contains(name)).forEach(offered::add);
        offered.sort(String::compareTo);
        for (String name : offered) {
            MenuItem item = menu.addItem(name, event -> choose.accept(toggled(chosen, name)));
            item.setCheckable(true);
            item.setChecked(chosen.contains(name));
        }
    }

    private static String size(List<String> known) {
        return known.size() < Places.MOST ? Counted.number(known.size()) : Counted.number(Places.MOST) + "+";
    }

    private static List<String> toggled(List<String> chosen, String name) {
        List<String> names = new ArrayList<>(chosen);
        if (!names.remove(name)) {
            names.add(name);
        }
        return names;
    }

    private MenuItem chip(String title, String value, boolean limited) {
        Span label = Markup.text("bw-scope-chip" + (limited ? " bw-scope-set" : ""), "");
        label.add(Markup.text("bw-scope-title", title), Markup.text("bw-scope-value", value));
        MenuItem item = bar.addItem(label);
        item.setAriaLabel(title + ": " + value);
        return item;
    }

    private static String word(Scope.Workloads workloads) {
        return switch (workloads) {
            case USER -> "user";
            case PLATFORM -> "platform";
            case ALL -> "all";
        };
    }
}
