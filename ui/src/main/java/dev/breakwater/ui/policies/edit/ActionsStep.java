package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.ui.part.Markup;

/** What comes of it. */
final class ActionsStep extends Div {

    ActionsStep(Desk desk) {
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
