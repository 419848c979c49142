package dev.breakwater.ui.compliance;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.breakwater.central.compliance.OwnStandard;
import dev.breakwater.central.compliance.OwnStandards;
import dev.breakwater.engine.compliance.StandardDocument;
import dev.breakwater.engine.compliance.StandardRejected;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.UploadLimit;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes a standard as YAML; what is wrong is told by line, field, value and what is allowed. */
final class StandardDialog extends Dialog {

    private static final int MOST_PROBLEMS = 20;

    private final TextArea text = new TextArea("Standard or profile (YAML)");
    private final Div told = Markup.box("bw-standard-told");

    StandardDialog(OwnStandards standards, @Nullable OwnStandard before, String document, Runnable done) {
        setHeaderTitle(before == null ? "Write a standard" : "Edit " + before.name());
        setWidth("760px");
        text.setValue(document);
        text.setWidthFull();
        text.setMinRows(14);
        text.setMaxRows(24);
        text.setMaxLength(StandardDocument.LONGEST);
        text.addClassName("bw-standard-text");
        told.getElement().setAttribute("role", "alert");
        Upload upload = new Upload(UploadHandler.inMemory((metadata, content) -> take(content)));
        upload.setMaxFiles(1);
        UploadLimit.set(upload, StandardDocument.LONGEST);
        upload.setAcceptedFileExtensions(".yaml", ".yml");
        upload.setUploadButton(new Button("Take a file…"));
        upload.setDropLabel(Markup.text("", "or drop one here; it takes the place of the text"));
        upload.addFileRejectedListener(event -> say(event.getErrorMessage()));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        add(upload, text, told);
        Button save = new Button(
                before == null ? "Save the standard" : "Save the change",
                event -> attempt(() -> {
                    standards.save(
                            before == null ? null : before.id(),
                            before == null ? null : before.version(),
                            text.getValue());
                    close();
                    done.run();
                }));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter()
                .add(
                        new Button("Cancel", event -> close()),
                        new Button(
                                "Check",
                                event -> attempt(() -> {
                                    OwnStandard would = standards.check(text.getValue());
                                    told.add(Markup.text(
                                            "bw-meta",
                                            "It can be saved: " + would.name() + ", "
                                                    + Counted.of(would.controls(), "control", "controls")
                                                    + (would.left().isEmpty()
                                                            ? "."
                                                            : ", "
                                                                    + would.left()
                                                                            .size() + " taken out.")));
                                })),
                        save);
    }

    private void take(byte[] content) {
        told.removeAll();
        try {
            text.setValue(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            say("The file is not text in UTF-8.");
        }
    }

    private void say(String words) {
        told.removeAll();
        told.add(Markup.box("bw-standard-problem", Markup.text("", words)));
    }

    private void attempt(Runnable action) {
        told.removeAll();
        try {
            action.run();
        } catch (StandardRejected e) {
            e.problems().stream()
                    .limit(MOST_PROBLEMS)
                    .forEach(one -> told.add(Markup.box(
                            "bw-standard-problem",
                            Markup.text("bw-name", "Line " + one.line() + ", " + one.field()),
                            Markup.text(
                                    "",
                                    (one.value().isEmpty() ? "is missing" : "is “" + one.value() + "”") + "; allowed: "
                                            + one.allowed()))));
            if (e.problems().size() > MOST_PROBLEMS) {
                told.add(Markup.text("bw-meta", "and " + (e.problems().size() - MOST_PROBLEMS) + " more."));
            }
        } catch (RuntimeException e) {
            told.add(Markup.box("bw-standard-problem", Markup.text("", Failures.words(e))));
        }
    }
}
