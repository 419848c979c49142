package dev.breakwater.ui.policies.field;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.breakwater.engine.policy.value.TextPattern;
import dev.breakwater.engine.policy.value.TextPattern.Bare;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.policies.draft.TextForm;
import java.util.List;
import java.util.stream.Stream;

/** A text and how it is compared; the value is what a policy writes. */
public final class TextPatternField extends CustomField<String> {

    /** A way to compare, or its opposite. */
    private record Way(TextForm form, boolean negated) {

        String words() {
            return negated
                    ? switch (form) {
                        case EXACTLY -> "is not";
                        case BEGINS -> "does not begin with";
                        case LIKE -> "is not like (*, ?)";
                        case WHOLE -> "does not match";
                        case PART -> "does not contain";
                    }
                    : form.words();
        }
    }

    private final Bare bare;
    private final Select<Way> way = new Select<>();
    private final TextField text = new TextField();
    private final ComboBox<String> choice = new ComboBox<>();
    private final boolean choosing;

    /**
     * @param label for those who do not see the row
     * @param bare what a text without a mark means here
     * @param known names to choose from; others can be typed all the same; empty = a plain field
     */
    public TextPatternField(String label, Bare bare, List<String> known) {
        super("");
        this.bare = bare;
        this.choosing = !known.isEmpty();
        addClassName("bw-pattern");
        List<TextForm> forms = TextForm.of(bare);
        way.setItems(Stream.of(false, true)
                .flatMap(negated -> forms.stream().map(form -> new Way(form, negated)))
                .toList());
        way.setItemLabelGenerator(Way::words);
        // A name is mostly meant as it stands; where a bare value is an expression, that is what it is.
        way.setValue(new Way(
                bare == Bare.PREFIX
                        ? TextForm.EXACTLY
                        : TextForm.Value.of("x", bare).form(),
                false));
        way.setAriaLabel(label + ", how it is compared");
        way.addClassName("bw-pattern-way");
        way.addValueChangeListener(event -> {
            shape();
            changed(event.isFromClient());
        });
        text.setAriaLabel(label);
        text.setMaxLength(TextPattern.MAX_LENGTH);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(event -> changed(event.isFromClient()));
        choice.setAriaLabel(label);
        choice.setItems(known);
        choice.setAllowCustomValue(true);
        choice.addCustomValueSetListener(event -> choice.setValue(event.getDetail()));
        choice.addValueChangeListener(event -> changed(true));
        add(Markup.box("bw-pattern-parts", way, choosing ? choice : text));
        shape();
    }

    private boolean setting;

    private void changed(boolean byPerson) {
        if (byPerson && !setting) {
            updateValue();
        }
    }

    private void shape() {
        boolean expression = way.getValue() != null && way.getValue().form().isExpression();
        text.setClassName("bw-mono", expression);
        choice.setClassName("bw-mono", expression);
    }

    @Override
    protected String generateModelValue() {
        String written = choosing ? (choice.getValue() == null ? "" : choice.getValue()) : text.getValue();
        Way chosen = way.getValue();
        return written.isEmpty() ? "" : new TextForm.Value(chosen.form(), chosen.negated(), written).written(bare);
    }

    @Override
    protected void setPresentationValue(String value) {
        setting = true;
        try {
            String shown = value == null ? "" : value;
            TextForm.Value read = TextForm.Value.of(shown, bare);
            if (!shown.isEmpty()) {
                way.setValue(new Way(read.form(), read.negated()));
            }
            text.setValue(read.text());
            if (choosing) {
                choice.setValue(read.text().isEmpty() ? null : read.text());
            }
            shape();
        } finally {
            setting = false;
        }
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        way.setReadOnly(readOnly);
        text.setReadOnly(readOnly);
        choice.setReadOnly(readOnly);
    }

    /** What the field says when nothing is typed. */
    public TextPatternField hint(String hint) {
        text.setPlaceholder(hint);
        choice.setPlaceholder(hint);
        return this;
    }

    @Override
    public void focus() {
        if (choosing) {
            choice.focus();
        } else {
            text.focus();
        }
    }
}
