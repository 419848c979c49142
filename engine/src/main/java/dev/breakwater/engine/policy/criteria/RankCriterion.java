package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked;
import dev.breakwater.engine.policy.value.Comparison;
import java.util.List;

/** A criterion whose fact is a word of an ordered scale, compared by {@code <}, {@code <=}, {@code >}, {@code >=}. */
abstract class RankCriterion<E extends Linked> extends Criterion<E> {

    private final List<String> scale;

    RankCriterion(String name, Level level, List<String> scale, String summary) {
        super(CriterionCard.of(name, level, grammar(scale), summary));
        this.scale = scale;
    }

    private static ValueGrammar grammar(List<String> scale) {
        return new ValueGrammar(
                ValueGrammar.Form.RANK,
                "Allowed: " + String.join(", ", scale)
                        + " (in this order), with <, <=, >, >= or = in front if it is not to be equal.",
                scale,
                ">=" + scale.get(1));
    }

    /** The fact, one of the scale. */
    abstract Observed<String> read(E element);

    @Override
    public Condition<E> condition(String value) {
        Comparison comparison = comparison(value.strip());
        int wanted = scale.indexOf(ChoiceCriterion.choice(Comparison.operand(value.strip()), card().grammar()));
        return (element, asOf) ->
                Answer.of(read(element), found -> comparison.holds(Integer.compare(scale.indexOf(found), wanted)));
    }

    /** What a value without a sign means. */
    Comparison comparison(String value) {
        return Comparison.leading(value);
    }

    /** The word that was found, for the sentence about it. */
    final String found(E element) {
        return read(element).toOptional().orElse("");
    }
}
