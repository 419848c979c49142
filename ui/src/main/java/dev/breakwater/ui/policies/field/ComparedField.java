package dev.breakwater.ui.policies.field;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.breakwater.engine.policy.value.Comparison;
import java.util.List;

/** A number, or a word of an ordered scale, and how it is compared. */
final class ComparedField extends PartsField {

    private final Select<Comparison> comparison = new Select<>();
    private final AbstractField<?, String> operand;

    /** @param scale the words in order, empty = a number */
    ComparedField(String label, List<String> scale, String example) {
        comparison.setItems(
                Comparison.AT_LEAST, Comparison.MORE, Comparison.EQUAL, Comparison.LESS, Comparison.AT_MOST);
        comparison.setItemLabelGenerator(ComparedField::words);
        comparison.setValue(Comparison.AT_LEAST);
        comparison.setAriaLabel(label + ", how it is compared");
        comparison.addClassName("bw-pattern-way");
        part(comparison);
        if (scale.isEmpty()) {
            TextField number = new TextField();
            number.setAriaLabel(label);
            number.setAllowedCharPattern("[0-9.]");
            number.setPlaceholder(Comparison.operand(example));
            number.setValueChangeMode(ValueChangeMode.LAZY);
            number.addClassName("bw-number-field");
            operand = part(number);
        } else {
            Select<String> word = new Select<>();
            word.setItems(scale);
            word.setAriaLabel(label);
            operand = part(word);
        }
    }

    private static String words(Comparison comparison) {
        return switch (comparison) {
            case AT_LEAST -> "is at least";
            case MORE -> "is more than";
            case EQUAL -> "is";
            case LESS -> "is less than";
            case AT_MOST -> "is at most";
        };
    }

    @Override
    protected String generateModelValue() {
        String text = operand.getValue() == null ? "" : operand.getValue().strip();
        if (text.isEmpty()) {
            return "";
        }
        Comparison chosen = comparison.getValue();
        return chosen == Comparison.EQUAL ? text : chosen.sign() + " " + text;
    }

    @Override
    void show(String value) {
        if (value.isBlank()) {
            return;
        }
        comparison.setValue(Comparison.leading(value.strip()));
        String text = Comparison.operand(value.strip());
        operand.setValue(operand instanceof Select ? text.toUpperCase(java.util.Locale.ROOT) : text);
    }
}
