package dev.breakwater.ui.part;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The top line of a detail: what it is, its place in the list, and the way to its neighbours and out. */
public final class DetailBar extends Div {

    /**
     * @param noun what a row is, such as {@code violation}
     * @param open opens a row, {@code null} closes the detail
     * @param lead what stands at the left
     */
    public <T> DetailBar(ListView.Opened<T> opened, String noun, Consumer<@Nullable T> open, Component... lead) {
        addClassName("bw-detail-bar");
        add(lead);
        if (opened.number() != null) {
            add(Markup.text("bw-meta", opened.number() + " of " + Counted.capped(opened.count())));
        }
        add(
                Markup.box("bw-spacer"),
                step("up", "Previous " + noun, "k", opened.previous(), open),
                step("down", "Next " + noun, "j", opened.next(), open),
                closing(button("close", "Close the detail", event -> open.accept(null))));
    }

    /** Lets the Escape key press a button that closes a detail. */
    public static Button closing(Button button) {
        button.getElement().setAttribute("data-escape", "1");
        return button;
    }

    private static <T> Button step(
            String icon, String label, String key, @Nullable T target, Consumer<@Nullable T> open) {
        Button button = button(icon, label, event -> open.accept(target));
        button.setEnabled(target != null);
        button.getElement().setAttribute("data-shortcut", key);
        return button;
    }

    private static Button button(String icon, String label, ComponentEventListener<ClickEvent<Button>> listener) {
        Button button = new Button(Markup.icon(icon), listener);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("bw-icon-button");
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }
}
