package dev.breakwater.engine.machine.rule;

import java.util.List;

/**
 * What a setting is.
 *
 * @param values its values; of one that is given once only the last counts
 * @param where what says so
 * @param why why it is not known
 */
record Value(State state, List<String> values, String where, String why) {

    /** Whether it is set. */
    enum State {
        SET,
        UNSET,
        UNKNOWN
    }

    static Value set(List<String> values, String where) {
        return new Value(State.SET, values, where, "");
    }

    static Value set(String value, String where) {
        return set(List.of(value), where);
    }

    static Value unset(String where) {
        return new Value(State.UNSET, List.of(), where, "");
    }

    static Value unknown(String where, String why) {
        return new Value(State.UNKNOWN, List.of(), where, why);
    }

    /** This, or where it is not set the other; what is unknown may be set, so that the other does not count. */
    Value or(java.util.function.Supplier<Value> other) {
        if (state != State.UNSET) {
            return this;
        }
        Value next = other.get();
        return next.state == State.UNSET && !where.isEmpty()
                ? new Value(State.UNSET, List.of(), where + (next.where.isEmpty() ? "" : ", " + next.where), "")
                : next;
    }

    String shown() {
        return String.join(",", values);
    }
}
