package dev.breakwater.ui.violations;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.policies.PoliciesNavigation;
import dev.breakwater.ui.policies.RuleWords;

/** The policy as it was when the violation last changed. */
final class PolicyThen extends Div {

    PolicyThen(StoredPolicy stored, TimeWords times) {
        Policy policy = stored.policy();
        addClassName("bw-verdict");
        add(
                Markup.text(
                        "bw-meta",
                        "Version " + stored.version() + " of " + times.exact(stored.updatedAt()) + ", by "
                                + stored.updatedBy() + "."),
                Markup.subheading(policy.name()),
                Markup.paragraph(policy.description()),
                Markup.subheading("Rule"));
        for (Policy.Section section : policy.sections()) {
            UnorderedList rule = new UnorderedList();
            section.groups().forEach(group -> rule.add(Markup.item(RuleWords.of(group))));
            add(Markup.box("bw-finding", rule));
        }
        text("Why it matters", policy.rationale());
        text("How to mend it", policy.remediation());
        add(Markup.link(PoliciesNavigation.PATH + "?sel=" + policy.id(), "The policy as it is now"));
    }

    private void text(String title, String text) {
        if (!text.isEmpty()) {
            add(Markup.subheading(title), Markup.paragraph(text));
        }
    }
}
