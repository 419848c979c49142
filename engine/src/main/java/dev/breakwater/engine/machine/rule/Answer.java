package dev.breakwater.engine.machine.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * What a rule says of a machine.
 *
 * @param found what it rests on: of an answer that is unknown, what was missing; at most {@link #MOST_FOUND}
 */
public record Answer(State state, List<Found> found) {

    /** The four answers. */
    public enum State {
        HOLDS,
        FAILS,
        UNKNOWN,
        NOT_APPLICABLE
    }

    static final int MOST_FOUND = 20;

    public Answer {
        found = found.size() <= MOST_FOUND ? List.copyOf(found) : List.copyOf(found.subList(0, MOST_FOUND));
    }

    static Answer of(boolean holds, Found found) {
        return new Answer(holds ? State.HOLDS : State.FAILS, List.of(found));
    }

    static Answer unknown(String field, String where, String why) {
        return new Answer(State.UNKNOWN, List.of(new Found(field, "", "", where, why)));
    }

    static Answer notApplicable(String field, String where, String why) {
        return new Answer(State.NOT_APPLICABLE, List.of(new Found(field, "", "", where, why)));
    }

    /** All must hold: one that fails fails it, whatever is unknown; what does not apply is left out. */
    static Answer all(List<Answer> answers) {
        return first(answers, State.FAILS, State.UNKNOWN, State.HOLDS);
    }

    /** One must hold: one that holds is enough, whatever is unknown; what does not apply is left out. */
    static Answer any(List<Answer> answers) {
        return first(answers, State.HOLDS, State.UNKNOWN, State.FAILS);
    }

    /** Holds where this fails, and fails where this holds. */
    Answer not() {
        return switch (state) {
            case HOLDS -> new Answer(State.FAILS, found);
            case FAILS -> new Answer(State.HOLDS, found);
            case UNKNOWN, NOT_APPLICABLE -> this;
        };
    }

    private static Answer first(List<Answer> answers, State... order) {
        for (State state : order) {
            List<Found> found = new ArrayList<>();
            boolean any = false;
            for (Answer answer : answers) {
                if (answer.state == state) {
                    any = true;
                    found.addAll(answer.found);
                }
            }
            if (any) {
                return new Answer(state, found);
            }
        }
        return new Answer(
                State.NOT_APPLICABLE,
                answers.stream().flatMap(answer -> answer.found.stream()).toList());
    }
}
