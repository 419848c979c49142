package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked;
import dev.breakwater.engine.policy.value.ValueRejected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** A criterion that fires once some days have gone by since something. */
abstract class DaysCriterion<E extends Linked> extends Criterion<E> {

    private static final String ALLOWED =
            "Allowed: a whole number of days, 0 to 36500; fires once so many have gone by.";
    private static final Pattern FORM = Pattern.compile("[0-9]{1,5}");
    private static final int MAX_DAYS = 36_500;

    DaysCriterion(String name, Level level, String summary, String example) {
        super(CriterionCard.of(
                        name, level, new ValueGrammar(ValueGrammar.Form.DAYS, ALLOWED, List.of(), example), summary)
                .single());
    }

    /** From when the days are counted. */
    abstract Observed<Instant> read(E element);

    @Override
    public Condition<E> condition(String value) {
        String text = value.strip();
        if (!FORM.matcher(text).matches() || Integer.parseInt(text) > MAX_DAYS) {
            throw new ValueRejected(ALLOWED);
        }
        Duration age = Duration.ofDays(Integer.parseInt(text));
        return (element, asOf) -> switch (read(element)) {
            case Observed.Known<Instant>(Instant since) -> Answer.since(since.plus(age), asOf);
            case Observed.Unknown<Instant>(UnknownReason reason, String detail) -> Answer.unknown(reason, detail);
        };
    }

    /** The instant that was found. */
    final String found(E element) {
        return read(element).map(Instant::toString).toOptional().orElse("");
    }
}
