package dev.breakwater.ui.part;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Asks before a {@link BulkTask}, with its preview and a reason, and shows its progress. Each block is a round trip of the
 * page: whoever closes it in between stops there, with whole blocks done.
 */
final class BulkDialog extends Dialog {

    private static final int LONGEST_REASON = 500;
    private static final int SHOWN_FAILURES = 20;

    private final BulkTask task;
    private final List<UUID> ids;
    private final Noun noun;
    private final Consumer<BulkRun> ended;
    private final Div body = Markup.box("bw-bulk-dialog");
    private final TextArea reason = new TextArea("Reason");
    private final Button go;
    private final Button stop;

    /** @param ended called when something was done, to its end or not */
    BulkDialog(BulkTask task, List<UUID> ids, Noun noun, Consumer<BulkRun> ended) {
        this.task = task;
        this.ids = ids;
        this.noun = noun;
        this.ended = ended;
        setHeaderTitle(task.question());
        setWidth("520px");
        setCloseOnOutsideClick(false);
        UnorderedList effects = new UnorderedList();
        effects.addClassName("bw-effects");
        task.preview().forEach(sentence -> effects.add(Markup.item(sentence)));
        body.add(effects);
        task.fields().ifPresent(body::add);
        if (task.reason() != BulkTask.Reason.NOT_ASKED) {
            boolean required = task.reason() == BulkTask.Reason.REQUIRED;
            reason.setRequiredIndicatorVisible(required);
            reason.setHelperText(required ? "Kept with each of them." : "Kept in the audit log. May stay empty.");
            reason.setMaxLength(LONGEST_REASON);
            reason.setWidthFull();
            reason.setValueChangeMode(ValueChangeMode.ON_BLUR);
            body.add(reason);
        }
        add(body);
        go = new Button(task.confirm(), event -> start());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        stop = new Button("Cancel", event -> close());
        getFooter().add(stop, go);
    }

    private void start() {
        boolean reasonMissing =
                task.reason() == BulkTask.Reason.REQUIRED && reason.getValue().isBlank();
        reason.setInvalid(reasonMissing);
        reason.setErrorMessage("Say why.");
        if (!task.isComplete() || reasonMissing) {
            return;
        }
        BulkRun run = new BulkRun(task, ids, reason.getValue());
        ProgressBar progress = new ProgressBar();
        progress.getElement().setAttribute("aria-label", task.question());
        Paragraph words = Markup.paragraph("");
        words.getElement().setAttribute("role", "status");
        body.removeAll();
        body.add(progress, words);
        getFooter().removeAll();
        boolean[] stopped = {false};
        Button end = new Button("Stop here", event -> stopped[0] = true);
        getFooter().add(end);
        next(run, progress, words, stopped);
    }

    private void next(BulkRun run, ProgressBar progress, Paragraph words, boolean[] stopped) {
        run.step();
        progress.setValue(run.progress());
        words.setText(run.words(noun));
        if (run.isFinished() || stopped[0]) {
            finish(run);
        } else {
            getElement()
                    .executeJs("return new Promise(done => setTimeout(() => done(true)))")
                    .then(ignored -> next(run, progress, words, stopped));
        }
    }

    private void finish(BulkRun run) {
        ended.accept(run);
        if (run.failures().isEmpty()) {
            close();
            return;
        }
        UnorderedList failures = new UnorderedList();
        run.failures().stream().limit(SHOWN_FAILURES).forEach(failure -> failures.add(Markup.item(failure)));
        body.removeAll();
        body.add(Markup.paragraph(run.words(noun)), failures);
        getFooter().removeAll();
        getFooter().add(new Button("Close", event -> close()));
    }
}
