package dev.breakwater.engine.model;

import java.util.Optional;
import java.util.function.Function;

/**
 * A fact that may be unknown. "Known to be empty" and "unknown" are different answers, so neither {@code null} nor an
 * empty list can stand for the second.
 *
 * @param <T> the type of the fact
 */
public sealed interface Observed<T> {

    /** The fact was seen. */
    record Known<T>(T value) implements Observed<T> {}

    /**
     * The fact was not seen.
     *
     * @param reason why
     * @param detail one sentence for the reader, may be empty
     */
    record Unknown<T>(UnknownReason reason, String detail) implements Observed<T> {}

    static <T> Observed<T> known(T value) {
        return new Known<>(value);
    }

    static <T> Observed<T> unknown(UnknownReason reason, String detail) {
        return new Unknown<>(reason, detail);
    }

    default boolean isKnown() {
        return this instanceof Known<T>;
    }

    default Optional<T> toOptional() {
        return this instanceof Known<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /** The fact derived from this one; unknown stays unknown with its reason. */
    default <R> Observed<R> map(Function<? super T, ? extends R> derive) {
        return switch (this) {
            case Known<T>(T value) -> new Known<>(derive.apply(value));
            case Unknown<T>(UnknownReason reason, String detail) -> new Unknown<>(reason, detail);
        };
    }
}
