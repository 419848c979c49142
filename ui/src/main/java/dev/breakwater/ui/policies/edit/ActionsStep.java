package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.ui.notifications.NotificationsNavigation;
import dev.breakwater.ui.part.Markup;
import java.util.List;

/** What comes of it. */
final class ActionsStep extends Div {

    /** @param told names of the rules of the notifications that take its violations */
    ActionsStep(Desk desk, List<String> told) {
        addClassName("bw-ed-form");
        Checkbox enabled = new Checkbox("The policy is on");
        enabled.setValue(desk.policy().enabled());
        enabled.setReadOnly(desk.readOnly());
        enabled.addValueChangeListener(event -> desk.change("/enabled", edit -> edit.enabled(event.getValue())));
        desk.marks().follow("/enabled", enabled);
        add(Markup.box(
                "bw-ed-choice",
                enabled,
                Markup.paragraph(
                        "It opens a violation where it fires and closes it where it does so no more. Switched off, it"
                                + " judges nothing, and what it had opened closes.")));
        add(Markup.box(
                "bw-ed-choice",
                Markup.subheading("Who is told"),
                Markup.paragraph(
                        told.isEmpty()
                                ? "Nobody: no rule of the notifications takes violations of this policy."
                                : "What opens is told by the rules " + String.join(", ", told) + "."),
                Markup.link(NotificationsNavigation.RULES, "Rules of the notifications")));
        if (desk.policy().stages().contains(dev.breakwater.engine.policy.Policy.Stage.DEPLOY)) {
            add(
                    Markup.box(
                            "bw-ed-choice",
                            Markup.subheading("In a pipeline"),
                            Markup.paragraph(
                                    "bwctl check manifests asks it, too, before anything is deployed. Whether a violation stops"
                                            + " the pipeline is chosen there, by the severity from which it fails (--fail-on).")));
        }
    }
}
