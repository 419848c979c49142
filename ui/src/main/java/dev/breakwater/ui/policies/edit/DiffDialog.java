package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import dev.breakwater.engine.fix.TextDiff;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyDocument;
import dev.breakwater.ui.part.DiffView;
import dev.breakwater.ui.part.Markup;
import java.util.List;

/** What differs between two states of a policy. */
public final class DiffDialog extends Dialog {

    /** @param title names both sides, the old one first */
    public DiffDialog(String title, Policy before, Policy after) {
        setHeaderTitle(title);
        setWidth("min(860px, 94vw)");
        add(content(title, before, after));
        getFooter().add(new Button("Close", event -> close()));
    }

    /** The lines that go and come, or that there are none. */
    public static Component content(String label, Policy before, Policy after) {
        TextDiff diff = TextDiff.of(lines(before), lines(after));
        return diff.hunks().isEmpty() ? Markup.paragraph("Nothing differs.") : new DiffView(label, diff);
    }

    private static List<String> lines(Policy policy) {
        return PolicyDocument.toYaml(List.of(policy)).lines().toList();
    }
}
