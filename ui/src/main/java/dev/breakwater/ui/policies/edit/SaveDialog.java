package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.PolicyRejected;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.policies.draft.PolicyDraft;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks why, shows what changes, and saves. */
final class SaveDialog extends Dialog {

    private static final int LONGEST_REASON = 500;

    private final TextArea reason = new TextArea("Reason");
    private final Div problem = Markup.box("bw-form-problem");

    /** @param save takes the reason; what it throws is said here */
    SaveDialog(PolicyDraft draft, Function<String, Boolean> save) {
        StoredPolicy before = draft.saved();
        setHeaderTitle(before == null ? "Create this policy?" : "Save version " + (before.version() + 1) + "?");
        setWidth("min(720px, 94vw)");
        problem.getElement().setAttribute("role", "alert");
        Div body = Markup.box("bw-bulk-dialog");
        if (before != null) {
            body.add(DiffDialog.content(
                    "What changes since version " + before.version(), before.policy(), draft.policy()));
            reason.setHelperText("Kept with the version and in the audit log. May stay empty.");
            reason.setMaxLength(LONGEST_REASON);
            reason.setWidthFull();
            body.add(reason);
        }
        body.add(problem);
        add(body);
        Button go = new Button(
                before == null ? "Create policy" : "Save version " + (before.version() + 1), event -> run(save));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickShortcut(Key.ENTER, com.vaadin.flow.component.KeyModifier.CONTROL)
                .listenOn(this);
        getFooter().add(new Button("Cancel", event -> close()), go);
    }

    private void run(Function<String, Boolean> save) {
        problem.removeAll();
        try {
            if (save.apply(reason.getValue().strip())) {
                close();
            }
        } catch (PolicyRejected e) {
            problem.add(Markup.text(
                    "",
                    e.problems().stream()
                            .map(one -> one.pointer() + ": " + one.allowed())
                            .collect(Collectors.joining(" "))));
        } catch (RuntimeException e) {
            problem.add(Markup.text("", Failures.words(e)));
        }
    }
}
