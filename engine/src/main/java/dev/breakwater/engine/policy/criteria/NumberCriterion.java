package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked;
import dev.breakwater.engine.policy.value.NumberTest;
import java.util.List;

/** A criterion whose fact is a number. */
abstract class NumberCriterion<E extends Linked> extends Criterion<E> {

    NumberCriterion(String name, Level level, String summary, String example) {
        super(CriterionCard.of(
                name,
                level,
                new ValueGrammar(ValueGrammar.Form.NUMBER, NumberTest.ALLOWED, List.of(), example),
                summary));
    }

    /** The fact. */
    abstract Observed<Double> read(E element);

    @Override
    public Condition<E> condition(String value) {
        NumberTest test = NumberTest.parse(value);
        return (element, asOf) -> Answer.of(read(element), test::matches);
    }

    /** The number that was found, without a needless fraction. */
    final String found(E element) {
        return read(element).map(NumberCriterion::plain).toOptional().orElse("");
    }

    static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf((long) number)
                : String.valueOf(number);
    }
}
