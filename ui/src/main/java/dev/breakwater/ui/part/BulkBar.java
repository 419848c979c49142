package dev.breakwater.ui.part;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The bar under a list while rows are ticked: how many, a way to all that match, and what can be done to them. */
final class BulkBar extends Div {

    private final Noun noun;
    private final Span count = Markup.text("bw-bulk-count", "");
    private final Button all;
    private final transient Map<BulkAction, Button> offered = new LinkedHashMap<>();

    /**
     * @param picked an action was chosen
     * @param checkAll all that match are wanted
     */
    BulkBar(Noun noun, List<BulkAction> actions, Consumer<BulkAction> picked, Runnable checkAll, Runnable clear) {
        this.noun = noun;
        addClassName("bw-bulk");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", "Ticked " + noun.many());
        count.getElement().setAttribute("role", "status");
        all = new Button("", event -> checkAll.run());
        all.addThemeVariants(ButtonVariant.TERTIARY);
        Div buttons = Markup.box("bw-bulk-actions");
        actions.forEach(action -> offered.put(action, button(action, picked)));
        offered.values().forEach(button -> buttons.add(button));
        Button close = new Button(Markup.icon("close"), event -> clear.run());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.addClassName("bw-icon-button");
        close.setAriaLabel("Untick all");
        close.getElement().setAttribute("data-escape", "2");
        add(Markup.box("bw-bulk-text", count, all), buttons, close);
        setVisible(false);
    }

    private static Button button(BulkAction action, Consumer<BulkAction> picked) {
        Button button = new Button(
                action.name() + (action.asks() ? "…" : ""), Markup.icon(action.icon()), event -> picked.accept(action));
        refuse(button, action.refusal());
        return button;
    }

    private static void refuse(Button button, Optional<String> why) {
        button.setEnabled(why.isEmpty());
        button.setTooltipText(why.orElse(null));
    }

    /**
     * Shows what is ticked.
     *
     * @param matches how many match the filter, capped
     */
    void show(CheckedRows<?> checked, int matches) {
        int ticked = checked.count(matches);
        setVisible(ticked > 0);
        List<UUID> ids = checked.single();
        if (!ids.isEmpty()) {
            offered.forEach((action, button) -> refuse(button, action.refusal().or(() -> action.refusal(ids))));
        } else if (ticked > 0) {
            offered.forEach((action, button) -> refuse(button, action.refusal()));
        }
        count.setText((checked.isEverything() ? "All " : "") + Counted.capped(ticked) + " selected");
        all.setVisible(!checked.isEverything() && ticked < matches);
        all.setText("Select all " + Counted.capped(matches) + " that match");
        all.setAriaLabel("Select all " + Counted.capped(matches) + " " + noun.many() + " that match");
    }
}
