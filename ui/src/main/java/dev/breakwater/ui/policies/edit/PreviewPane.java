package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.policies.draft.PolicyDraft;

/** The figures of the preview beside the form, whatever step is shown. */
final class PreviewPane extends Div {

    private final PreviewRun run;
    private final PolicyDraft draft;
    private final PreviewFigures figures;
    private final Button start;
    private final Button names;

    /** @param open shows the workloads by name */
    PreviewPane(PreviewRun run, PolicyDraft draft, Runnable open) {
        this.run = run;
        this.draft = draft;
        this.figures = new PreviewFigures(run);
        addClassName("bw-ed-preview");
        start = new Button("Run", event -> {
            if (run.state() == PreviewRun.State.RUNNING) {
                run.cancel();
            } else {
                event.getSource().getUI().ifPresent(run::start);
            }
        });
        start.addThemeVariants(ButtonVariant.TERTIARY);
        names = new Button("Open list", event -> open.run());
        names.addThemeVariants(ButtonVariant.TERTIARY);
        add(Markup.box("bw-ed-pane-head", Markup.heading("Preview"), names, start), figures);
        show();
    }

    void show() {
        figures.show();
        boolean running = run.state() == PreviewRun.State.RUNNING;
        start.setText(running ? "Cancel" : "Run");
        start.setEnabled(running || draft.problems().isEmpty());
        start.setVisible(running || !run.isFresh());
        names.setVisible(run.report() != null && !running);
    }
}
