package dev.breakwater.ui.violations;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import dev.breakwater.central.detection.SuggestedFix;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DiffView;
import dev.breakwater.ui.part.Markup;

/** What mends it: a diff that is known to close the violation, or words. */
final class FixSection extends Div {

    FixSection(SuggestedFix fix) {
        addClassName("bw-fix");
        Div head = Markup.box(
                "bw-section-head", Markup.subheading(fix.diff() == null ? "How to mend it" : "Suggested fix"));
        add(head);
        if (fix.diff() == null) {
            if (!fix.words().isEmpty()) {
                add(Markup.paragraph(fix.words()));
            }
            return;
        }
        int more = fix.alsoCloses().size();
        var closes = Markup.text(
                "bw-meta",
                more == 0
                        ? "closes this violation"
                        : "closes this and " + Counted.of(more, "other violation", "other violations"));
        closes.setTitle(String.join(", ", fix.alsoCloses()));
        head.add(closes, Markup.box("bw-spacer"), copy(fix.unified()));
        UnorderedList steps = new UnorderedList();
        steps.addClassName("bw-effects");
        fix.steps().forEach(step -> steps.add(Markup.item(step)));
        add(steps, new DiffView("Suggested change of the object", fix.diff()));
        add(Markup.text("bw-meta", "The change was tried: with it, the policy finds nothing. " + fix.words()));
    }

    private static Button copy(String text) {
        Button copy = new Button("Copy patch", Markup.icon("copy"));
        copy.addThemeVariants(ButtonVariant.TERTIARY);
        copy.addClickListener(event -> copy.getElement()
                .executeJs(
                        "navigator.clipboard.writeText($0).then(() => { this.lastChild.textContent = 'Copied'; })",
                        text));
        return copy;
    }
}
