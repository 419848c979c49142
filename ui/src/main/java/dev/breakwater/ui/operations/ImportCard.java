package dev.breakwater.ui.operations;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.breakwater.central.transfer.ImportReport;
import dev.breakwater.central.transfer.ImportWish;
import dev.breakwater.central.transfer.ImportWish.OnConflict;
import dev.breakwater.central.transfer.Transfer;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.UploadLimit;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes a file, shows what it would do, and does it when asked. */
final class ImportCard extends Div {

    private static final int LARGEST = 9 << 20;

    private final transient Transfer transfer;
    private final Div body = Markup.box("bw-import");
    private final RadioButtonGroup<OnConflict> onConflict =
            new RadioButtonGroup<>("Where something is here in another form");
    private final CheckboxGroup<String> sections = new CheckboxGroup<>("What to take in");
    private final Div outcome = Markup.box("bw-import-outcome");
    private final Upload upload = new Upload();
    private byte[] file = new byte[0];

    ImportCard(Transfer transfer) {
        this.transfer = transfer;
        addClassNames("bw-card", "bw-card-wide");
        upload.setUploadHandler(UploadHandler.inMemory((metadata, data) -> {
            file = data;
            begin();
        }));
        upload.setMaxFiles(1);
        UploadLimit.set(upload, LARGEST);
        upload.setAcceptedFileTypes("application/json", ".json");
        upload.addFileRejectedListener(event -> fail(event.getErrorMessage()));
        upload.setUploadButton(new Button("Choose a file…"));
        upload.setDropLabel(Markup.text("", "or drop it here"));
        outcome.getElement().setAttribute("role", "status");
        Paragraph how = Markup.paragraph(
                "First you see what it would do; nothing is written before you say so. Larger files: by REST, or"
                        + " by java -jar breakwater.jar import FILE.");
        how.addClassName("bw-second");
        onConflict.setItems(OnConflict.KEEP, OnConflict.OVERWRITE);
        onConflict.setItemLabelGenerator(
                choice -> choice == OnConflict.KEEP ? "what is here stays" : "the file's takes its place");
        onConflict.setValue(OnConflict.KEEP);
        onConflict.addValueChangeListener(event -> preview());
        sections.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                preview();
            }
        });
        add(new CardHead("What would a file bring?", ""), how, Markup.box("bw-import", upload, body, outcome));
    }

    private void begin() {
        try {
            ImportReport report = read(true, Set.of());
            Map<String, String> words = new LinkedHashMap<>();
            report.sections().stream()
                    .filter(ImportTable::hasItems)
                    .forEach(section -> words.put(section.name(), section.what()));
            sections.setItems(words.keySet());
            sections.setItemLabelGenerator(words::get);
            sections.setValue(words.keySet());
            show(report);
        } catch (RuntimeException e) {
            body.removeAll();
            upload.clearFileList();
            fail(Failures.words(e));
        }
    }

    private void preview() {
        try {
            show(read(true, skipped()));
        } catch (RuntimeException e) {
            fail(Failures.words(e));
        }
    }

    private Set<String> skipped() {
        return sections.getListDataView()
                .getItems()
                .filter(name -> !sections.getValue().contains(name))
                .collect(Collectors.toSet());
    }

    private ImportReport read(boolean dryRun, Set<String> skip) {
        return transfer.read(new ByteArrayInputStream(file), new ImportWish(dryRun, onConflict.getValue(), skip));
    }

    private void show(ImportReport report) {
        int written = report.sections().stream()
                .mapToInt(section -> section.create() + section.overwrite())
                .sum();
        body.removeAll();
        outcome.removeAll();
        if (report.conflicts() > 0) {
            body.add(onConflict);
        }
        body.add(new ImportTable(report), sections);
        Button go = new Button(
                written == 0 ? "Nothing to take in" : "Take in " + written + (written == 1 ? " item" : " items"),
                event -> take());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.setEnabled(written > 0);
        body.add(Markup.box("bw-empty-actions", go));
    }

    private void take() {
        try {
            ImportReport report = read(false, skipped());
            int written = report.sections().stream()
                    .mapToInt(section -> section.create() + section.overwrite())
                    .sum();
            preview();
            outcome.removeAll();
            outcome.add(Markup.text("", "Taken in: " + written + (written == 1 ? " item" : " items") + "."));
        } catch (RuntimeException e) {
            fail(Failures.words(e));
        }
    }

    private void fail(String words) {
        outcome.removeAll();
        outcome.add(Markup.text("bw-sight-bad", words));
    }
}
