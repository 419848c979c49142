package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Truth;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value matches a linked object.
 *
 * @param reason why it is unknown, {@code null} unless it is
 * @param detail the same for the reader, empty unless it is unknown
 * @param changesAt when time alone will change the answer, {@code null} = never
 */
public record Answer(
        Truth truth,
        @Nullable UnknownReason reason,
        String detail,
        @Nullable Instant changesAt) {

    public static final Answer YES = new Answer(Truth.TRUE, null, "", null);
    public static final Answer NO = new Answer(Truth.FALSE, null, "", null);

    public static Answer of(boolean matches) {
        return matches ? YES : NO;
    }

    public static Answer unknown(UnknownReason reason, String detail) {
        return new Answer(Truth.UNKNOWN, reason, detail, null);
    }

    /** The test of a fact; unknown if the fact is. */
    public static <T> Answer of(Observed<T> fact, Predicate<? super T> test) {
        return switch (fact) {
            case Observed.Known<T>(T value) -> of(test.test(value));
            case Observed.Unknown<T>(UnknownReason reason, String detail) -> unknown(reason, detail);
        };
    }

    /** Whether an instant has come, which time alone turns into yes. */
    public static Answer since(Instant instant, Instant asOf) {
        return asOf.isBefore(instant) ? new Answer(Truth.FALSE, null, "", instant) : YES;
    }

    /** The opposite. */
    public Answer not() {
        if (changesAt == null && truth != Truth.UNKNOWN) {
            return truth == Truth.TRUE ? NO : YES;
        }
        return new Answer(truth.not(), reason, detail, changesAt);
    }

    /** Either; may change when one of them does. */
    public Answer or(Answer other) {
        return (truth.ordinal() >= other.truth.ordinal() ? this : other).changingAt(earlier(other));
    }

    /** Both; may change when one of them does. */
    public Answer and(Answer other) {
        return (truth.ordinal() <= other.truth.ordinal() ? this : other).changingAt(earlier(other));
    }

    private @Nullable Instant earlier(Answer other) {
        return earlier(changesAt, other.changesAt);
    }

    /** The earlier of two instants, where {@code null} is never. */
    public static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private Answer changingAt(@Nullable Instant instant) {
        return instant == changesAt ? this : new Answer(truth, reason, detail, instant);
    }
}
