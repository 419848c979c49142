package dev.breakwater.ui.policies.field;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.criteria.ValueGrammar;
import dev.breakwater.engine.policy.value.KeyValue;
import dev.breakwater.engine.policy.value.TextPattern;
import dev.breakwater.engine.policy.value.ValueRejected;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.policies.draft.ValueWords;
import java.util.Optional;
import java.util.function.Supplier;

/** Tries a text against the values of a criterion, by the engine's own patterns. */
public final class PatternTester extends Div {

    private final Supplier<Group> group;
    private final ValueGrammar grammar;
    private final TextField sample = new TextField();
    private final Span answer = Markup.text("bw-tester-answer", "");

    /** @param group the criterion with its values as they are now */
    public PatternTester(ValueGrammar grammar, Supplier<Group> group) {
        this.grammar = grammar;
        this.group = group;
        addClassName("bw-tester");
        sample.setAriaLabel("Text to try");
        sample.setPlaceholder(grammar.form() == ValueGrammar.Form.KEY_VALUE ? "try: key=value" : "try a text");
        sample.setMaxLength(TextPattern.MAX_LENGTH);
        sample.setValueChangeMode(ValueChangeMode.EAGER);
        sample.addClassName("bw-mono");
        sample.addValueChangeListener(event -> show());
        answer.getElement().setAttribute("role", "status");
        add(sample, answer);
        show();
    }

    /** Whether values of this grammar can be tried on a text alone. */
    public static boolean canTry(ValueGrammar grammar) {
        return grammar.form() == ValueGrammar.Form.KEY_VALUE
                || ValueWords.bareOf(grammar).isPresent();
    }

    /** Answers anew, since the values changed. */
    public void show() {
        answer.removeClassName("bw-tester-hit");
        if (sample.isEmpty()) {
            answer.setText("Says whether a text fits.");
            return;
        }
        Optional<Boolean> fits = fits(sample.getValue());
        answer.setText(fits.map(yes -> yes ? "fits" : "does not fit").orElse("A value cannot be read yet."));
        answer.setClassName("bw-tester-hit", fits.orElse(false));
    }

    private Optional<Boolean> fits(String text) {
        Group now = group.get();
        try {
            boolean fits = now.operator() == Operator.AND;
            for (String value : now.values()) {
                boolean one = fits(value, text);
                fits = now.operator() == Operator.AND ? fits && one : fits || one;
            }
            return now.values().isEmpty() ? Optional.empty() : Optional.of(fits != now.negated());
        } catch (ValueRejected e) {
            return Optional.empty();
        }
    }

    private boolean fits(String value, String text) {
        if (grammar.form() == ValueGrammar.Form.KEY_VALUE) {
            KeyValue wanted = KeyValue.parse(value);
            int equals = text.indexOf('=');
            return wanted.key().matches(equals < 0 ? text : text.substring(0, equals))
                    && wanted.value().matches(equals < 0 ? "" : text.substring(equals + 1));
        }
        return TextPattern.parse(value, ValueWords.bareOf(grammar).orElseThrow())
                .matches(text);
    }
}
