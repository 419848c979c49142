package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked;
import dev.breakwater.engine.policy.value.TextPattern;
import dev.breakwater.engine.policy.value.TextPattern.Bare;
import dev.breakwater.engine.policy.value.TextTest;
import java.util.List;

/** A criterion whose fact is one text. */
abstract class TextCriterion<E extends Linked> extends Criterion<E> {

    private final Bare bare;

    TextCriterion(String name, Level level, String summary, String example) {
        this(name, level, summary, example, Bare.REGEX);
    }

    TextCriterion(String name, Level level, String summary, String example, Bare bare) {
        super(CriterionCard.of(
                name,
                level,
                new ValueGrammar(ValueGrammar.Form.TEXT, TextPattern.allowed(bare), List.of(), example),
                summary));
        this.bare = bare;
    }

    /** The fact. */
    abstract Observed<String> read(E element);

    @Override
    public Condition<E> condition(String value) {
        TextTest test = TextPattern.parse(value, bare);
        return (element, asOf) -> Answer.of(read(element), test::matches);
    }

    /** The text that was found, for the sentence about it. */
    final String found(E element) {
        return read(element).toOptional().orElse("");
    }
}
