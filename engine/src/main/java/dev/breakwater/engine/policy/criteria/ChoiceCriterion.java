package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked;
import dev.breakwater.engine.policy.value.ValueRejected;
import java.util.List;
import java.util.Locale;

/** A criterion whose fact is one of a few words. */
abstract class ChoiceCriterion<E extends Linked> extends Criterion<E> {

    ChoiceCriterion(String name, Level level, List<String> choices, String summary) {
        super(CriterionCard.of(name, level, grammar(choices), summary));
    }

    static ValueGrammar grammar(List<String> choices) {
        return new ValueGrammar(
                ValueGrammar.Form.CHOICE, "Allowed: " + String.join(", ", choices) + ".", choices, choices.getFirst());
    }

    /** The fact, one of the choices. */
    abstract Observed<String> read(E element);

    @Override
    public Condition<E> condition(String value) {
        String wanted = choice(value, card().grammar());
        return (element, asOf) -> Answer.of(read(element), wanted::equals);
    }

    /**
     * The choice that is meant, in upper case.
     *
     * @throws ValueRejected if there is none such
     */
    static String choice(String value, ValueGrammar grammar) {
        String word = value.strip().toUpperCase(Locale.ROOT);
        if (!grammar.choices().contains(word)) {
            throw new ValueRejected(grammar.allowed());
        }
        return word;
    }

    /** The word that was found, for the sentence about it. */
    final String found(E element) {
        return read(element).toOptional().orElse("");
    }
}
