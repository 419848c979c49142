package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.PolicyEdit;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.SeverityMark;
import java.util.List;
import java.util.function.BiFunction;

/** What it is called, how grave it is, and what people read about it. */
final class BasicsStep extends Div {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 10_000;

    private final Desk desk;

    BasicsStep(Desk desk) {
        this.desk = desk;
        addClassName("bw-ed-form");
        TextField name = new TextField("Name");
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(LONGEST_NAME);
        name.setValue(desk.policy().name());
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.setReadOnly(desk.isTextLocked());
        name.setPlaceholder("What must not be, in a few words");
        name.addClassName("bw-ed-name");
        name.addValueChangeListener(
                event -> desk.change("/name", edit -> edit.name(event.getValue().strip())));
        Select<Severity> severity = severity();
        add(
                Markup.box(
                        "bw-ed-line",
                        desk.marks().mark("/name", name),
                        desk.marks().mark("/severity", severity)),
                text("/description", "Description", "What it looks for, one sentence.", 2, PolicyEdit::description),
                text(
                        "/rationale",
                        "Why it matters",
                        "What can go wrong. Readers of a violation see it.",
                        3,
                        PolicyEdit::rationale),
                text(
                        "/remediation",
                        "How to fix it",
                        "What to change, as concretely as can be.",
                        3,
                        PolicyEdit::remediation),
                words(
                        "/categories",
                        "Categories",
                        desk.known().categories(),
                        desk.policy().categories(),
                        PolicyEdit::categories),
                words(
                        "/mitre",
                        "MITRE ATT&CK",
                        desk.known().mitre(),
                        desk.policy().mitre(),
                        PolicyEdit::mitre),
                words(
                        "/controls",
                        "Controls of standards",
                        desk.known().controls(),
                        desk.policy().controls(),
                        PolicyEdit::controls));
    }

    private Select<Severity> severity() {
        Select<Severity> severity = new Select<>();
        severity.setLabel("Severity");
        severity.setItems(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);
        severity.setRenderer(new ComponentRenderer<>(SeverityMark::of));
        severity.setItemLabelGenerator(SeverityMark::word);
        severity.setValue(desk.policy().severity());
        severity.setReadOnly(desk.readOnly());
        severity.addValueChangeListener(event -> desk.change("/severity", edit -> edit.severity(event.getValue())));
        return severity;
    }

    private TextArea text(
            String pointer, String label, String help, int rows, BiFunction<PolicyEdit, String, PolicyEdit> write) {
        TextArea area = new TextArea(label);
        area.setHelperText(help);
        area.setMinRows(rows);
        area.setMaxLength(LONGEST_TEXT);
        area.setValue(
                switch (pointer) {
                    case "/description" -> desk.policy().description();
                    case "/rationale" -> desk.policy().rationale();
                    default -> desk.policy().remediation();
                });
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setReadOnly(desk.isTextLocked());
        area.addValueChangeListener(event -> desk.change(pointer, edit -> write.apply(edit, event.getValue())));
        return desk.marks().mark(pointer, area);
    }

    private WordsField words(
            String pointer,
            String label,
            List<String> known,
            List<String> present,
            BiFunction<PolicyEdit, List<String>, PolicyEdit> write) {
        WordsField field =
                new WordsField(label, known, present, words -> desk.change(pointer, edit -> write.apply(edit, words)));
        field.setReadOnly(desk.isTextLocked());
        return desk.marks().mark(pointer, field);
    }
}
