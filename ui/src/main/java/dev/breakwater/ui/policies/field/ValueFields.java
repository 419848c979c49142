package dev.breakwater.ui.policies.field;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.breakwater.engine.policy.criteria.CriterionCard;
import dev.breakwater.engine.policy.criteria.ValueGrammar;
import dev.breakwater.engine.policy.value.TextPattern;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.policies.draft.ValueWords;
import java.util.List;

/** Chooses the field for one value of a criterion by its grammar. */
public final class ValueFields {

    private static final int LONGEST_EXPRESSION = 2_000;

    private ValueFields() {}

    /** A field for one value, which is what a policy writes; of choices and flags there is one for all values instead. */
    public static AbstractField<?, String> of(CriterionCard card, int number) {
        ValueGrammar grammar = card.grammar();
        String label = card.name() + ", value " + number;
        return switch (grammar.form()) {
            case NUMBER -> new ComparedField(label, List.of(), grammar.example());
            case RANK -> new ComparedField(label, grammar.choices(), grammar.example());
            case KEY_VALUE -> new EntryField(label, List.of(), List.of("key", "value, empty for any"));
            case ENVIRONMENT -> new EntryField(label, grammar.choices(), List.of("name", "value"));
            case INSTRUCTION -> new EntryField(label, List.of(), List.of("instruction", "rest of the line"));
            case DAYS -> days(label, grammar);
            case EXPRESSION -> expression(label, grammar);
            case TEXT ->
                ValueWords.bareOf(grammar)
                        .<AbstractField<?, String>>map(
                                bare -> new TextPatternField(label, bare, List.of()).hint(grammar.example()))
                        .orElseGet(() -> plain(label, grammar));
            case PERMISSION, PATH, ADDRESS, FLAG, CHOICE -> plain(label, grammar);
        };
    }

    private static TextField plain(String label, ValueGrammar grammar) {
        TextField field = new TextField();
        field.setAriaLabel(label);
        field.setPlaceholder(grammar.example());
        field.setMaxLength(TextPattern.MAX_LENGTH);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addClassName("bw-mono");
        return field;
    }

    private static TextField days(String label, ValueGrammar grammar) {
        TextField field = plain(label, grammar);
        field.setAllowedCharPattern("[0-9]");
        field.setMaxLength(5);
        field.removeClassName("bw-mono");
        field.addClassName("bw-number-field");
        field.setPrefixComponent(Markup.text("bw-field-words", "at least"));
        field.setSuffixComponent(Markup.text("bw-field-words", "days ago"));
        return field;
    }

    private static TextArea expression(String label, ValueGrammar grammar) {
        TextArea field = new TextArea();
        field.setAriaLabel(label);
        field.setPlaceholder(grammar.example());
        field.setMaxLength(LONGEST_EXPRESSION);
        field.setMinRows(2);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addClassName("bw-mono");
        return field;
    }
}
