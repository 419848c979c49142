package dev.breakwater.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.breakwater.central.inventory.Inventory.Places;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PlainText;
import dev.breakwater.ui.part.Scope;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The scope as three chips, each with what can be chosen under it; one chip for all three where there is little room. Names
 * can be searched, and what is ticked counts at once.
 */
final class ScopeBar extends Div {

    private final Supplier<Places> choices;
    private final Consumer<Scope> changed;
    private final Chip clusters = new Chip("Clusters", this::clusters);
    private final Chip namespaces = new Chip("Namespaces", this::namespaces);
    private final Chip workloads = new Chip("Workloads", this::workloads);
    private final Chip everything = new Chip("Scope", this::everything);
    private Places known = new Places(List.of(), List.of());
    private Scope scope = Scope.DEFAULT;

    ScopeBar(Supplier<Places> choices, Consumer<Scope> changed) {
        this.choices = choices;
        this.changed = changed;
        addClassName("bw-scope");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Scope");
        everything.button.addClassName("bw-scope-one");
        List.of(clusters, namespaces, workloads, everything).forEach(chip -> add(chip.button, chip.popover));
    }

    /** Reads what there is to choose, and shows what is chosen. What is open stays open. */
    void show(Scope now) {
        scope = now;
        known = choices.get();
        clusters.show(words(now.clusters(), known.clusters()), !now.clusters().isEmpty());
        namespaces.show(
                words(now.namespaces(), known.namespaces()), !now.namespaces().isEmpty());
        workloads.show(word(now.workloads()), now.workloads() != Scope.Workloads.USER);
        everything.show(
                now.equals(Scope.DEFAULT) ? "all" : "limited",
                !now.toParameter().isEmpty());
    }

    private void change(UnaryOperator<Scope> change) {
        Scope wanted = change.apply(scope);
        if (!wanted.fits()) {
            Notification.show(
                    "A scope takes at most " + Scope.MOST_NAMES + " names. A pattern such as pay-* names many.");
            return;
        }
        scope = wanted;
        changed.accept(wanted);
    }

    private Component clusters() {
        return new NamePicker(
                "Clusters",
                known.clusters(),
                scope.clusters(),
                false,
                names -> change(before -> before.withClusters(names)));
    }

    private Component namespaces() {
        return new NamePicker(
                "Namespaces",
                known.namespaces(),
                scope.namespaces(),
                true,
                names -> change(before -> before.withNamespaces(names)));
    }

    private Component workloads() {
        RadioButtonGroup<Scope.Workloads> whose = new RadioButtonGroup<>();
        whose.setItems(Scope.Workloads.values());
        whose.setItemLabelGenerator(ScopeBar::meaning);
        whose.setValue(scope.workloads());
        whose.setAriaLabel("Workloads");
        whose.addValueChangeListener(event -> change(before -> before.withWorkloads(event.getValue())));
        return Markup.box("bw-names", whose);
    }

    /** The three of them under each other. */
    private Component everything() {
        return Markup.box(
                "bw-scope-all",
                Markup.subheading("Workloads"),
                workloads(),
                Markup.subheading("Clusters"),
                clusters(),
                Markup.subheading("Namespaces"),
                namespaces());
    }

    private static String words(List<String> chosen, List<String> known) {
        return chosen.isEmpty()
                ? known.isEmpty() ? "all" : "all " + size(known)
                : chosen.size() == 1 ? chosen.getFirst() : chosen.size() + " of " + size(known);
    }

    private static String size(List<String> known) {
        return known.size() < Places.MOST ? Counted.number(known.size()) : Counted.number(Places.MOST) + "+";
    }

    private static String word(Scope.Workloads workloads) {
        return switch (workloads) {
            case USER -> "user";
            case PLATFORM -> "platform";
            case ALL -> "all";
        };
    }

    private static String meaning(Scope.Workloads workloads) {
        return switch (workloads) {
            case USER -> "User: what people run themselves";
            case PLATFORM -> "Platform: what the cluster needs to run";
            case ALL -> "All";
        };
    }

    /** A button that says what is chosen, and what opens under it. */
    private static final class Chip {

        private final Span value = Markup.text("bw-scope-value", "");
        private final Button button = new Button();
        private final Popover popover = new Popover();
        private final String title;

        /** @param content made anew whenever it opens, so that nobody pays for what is closed */
        Chip(String title, Supplier<Component> content) {
            this.title = title;
            button.addClassName("bw-scope-chip");
            Span label = Markup.text("bw-scope-label", "");
            label.add(Markup.text("bw-scope-title", title), value, Markup.icon("down"));
            button.setIcon(label);
            popover.setTarget(button);
            popover.setPosition(PopoverPosition.BOTTOM_START);
            popover.setAriaLabel(title);
            popover.getElement().getClassList().add("bw-scope-popover");
            popover.addOpenedChangeListener(event -> {
                popover.removeAll();
                if (event.isOpened()) {
                    Component shown = content.get();
                    popover.add(shown);
                    if (shown instanceof NamePicker names) {
                        names.find();
                    }
                }
            });
        }

        void show(String words, boolean limited) {
            value.setText(PlainText.of(words));
            button.setClassName("bw-scope-set", limited);
            button.setAriaLabel(title + ": " + words);
        }
    }
}
