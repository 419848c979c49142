package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import dev.breakwater.central.detection.DryRunReport;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.PolicyRejected;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.policies.draft.PolicyDraft;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Shows what changes and what it does to the fleet, asks why, and saves. Many hits are asked about, not forbidden. */
final class SaveDialog extends Dialog {

    private static final int LONGEST_REASON = 500;

    /** More violations than this at once are asked about. */
    private static final int MANY = 100;

    private final PolicyDraft draft;
    private final PreviewRun preview;
    private final Predicate<String> save;
    private final TextArea reason = new TextArea("Reason");
    private final Checkbox many = new Checkbox();
    private final PreviewFigures figures;
    private final Div problem = Markup.box("bw-form-problem");
    private final Button go = new Button("", event -> run());

    /** @param save takes the reason and says whether that is done; what it throws is said here */
    SaveDialog(PolicyDraft draft, PreviewRun preview, Predicate<String> save) {
        this.draft = draft;
        this.preview = preview;
        this.save = save;
        this.figures = new PreviewFigures(preview);
        StoredPolicy before = draft.saved();
        setHeaderTitle(before == null ? "Create this policy?" : "Save version " + (before.version() + 1) + "?");
        setWidth("min(720px, 94vw)");
        problem.getElement().setAttribute("role", "alert");
        Div body = Markup.box("bw-bulk-dialog", figures, many);
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
        many.addValueChangeListener(event -> show());
        go.setText(before == null ? "Create policy" : "Save version " + (before.version() + 1));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this);
        getFooter().add(new Button("Cancel", event -> close()), go);
        preview.onChange(this::show);
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        if (!preview.isFresh() && preview.state() != PreviewRun.State.RUNNING) {
            preview.start(event.getUI());
        }
    }

    private void show() {
        figures.show();
        boolean asks = opens() > MANY;
        many.setVisible(asks);
        many.setLabel("Yes, open " + Counted.of(opens(), "violation", "violations") + " at once");
        go.setEnabled(preview.state() != PreviewRun.State.RUNNING && (!asks || Boolean.TRUE.equals(many.getValue())));
        go.setTooltipText(preview.state() == PreviewRun.State.RUNNING ? "The preview is under way" : "");
    }

    /** What would open, as far as that is known; of a policy that is off, nothing. */
    private int opens() {
        DryRunReport report = preview.report();
        return report == null || !preview.isFresh() || preview.isAsIfOn() ? 0 : report.opens();
    }

    private void run() {
        problem.removeAll();
        try {
            if (save.test(reason.getValue().strip())) {
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
