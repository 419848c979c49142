package dev.breakwater.ui.part;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;

/** Text to take elsewhere, with a button that copies it. */
public final class CopyLine extends Div {

    public CopyLine(String label, String text) {
        addClassName("bw-copy");
        Pre shown = Markup.lines(text);
        shown.getElement().setAttribute("tabindex", "0");
        shown.getElement().setAttribute("aria-label", label);
        shown.getElement().setAttribute("role", "group");
        Button copy = new Button("Copy", Markup.icon("copy"));
        copy.setAriaLabel("Copy: " + label);
        copy.addClickListener(event -> copy.getElement()
                .executeJs(
                        "navigator.clipboard.writeText($0).then(() => { this.lastChild.textContent = 'Copied'; })",
                        text));
        add(Markup.text("bw-copy-label", label), Markup.box("bw-copy-row", shown, copy));
    }
}
