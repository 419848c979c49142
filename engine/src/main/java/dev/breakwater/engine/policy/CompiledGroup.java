package dev.breakwater.engine.policy;

import dev.breakwater.engine.policy.criteria.Answer;
import dev.breakwater.engine.policy.criteria.Condition;
import dev.breakwater.engine.policy.criteria.Criterion;
import dev.breakwater.engine.policy.criteria.Sighting;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked;
import java.time.Instant;
import java.util.List;

/**
 * A group with its values compiled. Its values are combined on one linked object, and turning it round turns round the
 * answer for that object: "not (A or B)" is an object that is neither, not the lack of one that is either.
 *
 * @param forbidden what it forbids, in words
 */
record CompiledGroup<E extends Linked>(
        Criterion<E> criterion, Policy.Group source, List<Condition<E>> conditions, String forbidden) {

    private static final int SHOWN = 300;

    static <E extends Linked> CompiledGroup<E> of(
            Criterion<E> criterion, Policy.Group source, List<Condition<E>> conditions) {
        return new CompiledGroup<>(criterion, source, List.copyOf(conditions), bounded(forbidden(criterion, source)));
    }

    /** The level of the objects that it is tested on. */
    Level level() {
        return criterion.card().level().bound();
    }

    Answer test(Linked element, Instant asOf) {
        E mine = mine(element);
        if (!criterion.appliesTo(mine)) {
            return Answer.NO;
        }
        Answer answer = conditions.getFirst().test(mine, asOf);
        for (int i = 1; i < conditions.size(); i++) {
            Answer next = conditions.get(i).test(mine, asOf);
            answer = switch (source.operator()) {
                case OR -> answer.or(next);
                case AND -> answer.and(next);
            };
        }
        return source.negated() != criterion.card().inverted() ? answer.not() : answer;
    }

    /** Why it fired on an object. */
    Evidence evidence(Linked element) {
        Sighting seen = criterion.see(mine(element), source);
        return new Evidence(
                bounded(seen.message()),
                criterion.card().name(),
                element.containerName(),
                seen.field(),
                bounded(seen.found()),
                forbidden,
                seen.path());
    }

    private static String forbidden(Criterion<?> criterion, Policy.Group source) {
        String values = String.join(source.operator() == Policy.Operator.AND ? " and " : " or ", source.values());
        if (criterion.card().inverted()) {
            return "the lack of " + values;
        }
        return source.negated() ? "anything but " + values : values;
    }

    /** Safe because a section tests a group only on elements of its criterion's level, and each level has one type. */
    @SuppressWarnings("unchecked")
    private E mine(Linked element) {
        return (E) element;
    }

    private static String bounded(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
