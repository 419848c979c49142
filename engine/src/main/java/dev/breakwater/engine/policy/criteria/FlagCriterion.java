package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked;
import dev.breakwater.engine.policy.value.ValueRejected;
import java.util.List;
import java.util.Locale;

/** A criterion whose fact is true or false. */
abstract class FlagCriterion<E extends Linked> extends Criterion<E> {

    private static final ValueGrammar GRAMMAR =
            new ValueGrammar(ValueGrammar.Form.FLAG, "Allowed: true, false.", List.of("true", "false"), "true");

    FlagCriterion(String name, Level level, String summary) {
        super(CriterionCard.of(name, level, GRAMMAR, summary).single());
    }

    /** The fact. */
    abstract Observed<Boolean> read(E element);

    @Override
    public Condition<E> condition(String value) {
        boolean wanted = switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ValueRejected(GRAMMAR.allowed());
        };
        return (element, asOf) -> Answer.of(read(element), found -> found == wanted);
    }

    /** Whether the fact holds, for the sentence about it: only asked where it is known. */
    final boolean holds(E element) {
        return read(element).toOptional().orElse(false);
    }
}
