package dev.breakwater.central.compliance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is not counted as failing for a time.
 *
 * @param standard of the control that was asked for, empty = a check by itself
 * @param checks ids of the checks that it is about, in every standard that asks them
 * @param namespace empty = the whole cluster
 * @param kind of the one object that it is for, empty = every object of the place
 * @param reason why, for who decides and for whoever looks later
 * @param endsAt from when on it counts again
 * @param decidedBy who approved or refused, empty = it waits
 * @param endedBy who ended it before its time, empty = nobody
 * @param warning what whoever asks should know, told when it is asked for only, empty = nothing
 */
public record ControlException(
        UUID id,
        State state,
        String standard,
        String control,
        List<String> checks,
        UUID clusterId,
        String cluster,
        String namespace,
        String kind,
        String name,
        String reason,
        Instant endsAt,
        String requestedBy,
        Instant requestedAt,
        String decidedBy,
        @Nullable Instant decidedAt,
        String decision,
        String endedBy,
        @Nullable Instant endedAt,
        String warning) {

    /** Where it stands. */
    public enum State {
        /** It waits for another person. */
        REQUESTED,
        /** It holds until its end. */
        APPROVED,
        DENIED,
        /** It held, and is over. */
        ENDED
    }

    /**
     * What is asked for.
     *
     * @param check id of one check, empty = every check of the control
     * @param standard with {@code control}, where no check is given
     * @param kind with {@code name} one object, both empty = every object of the place
     */
    public record Wish(
            String check,
            String standard,
            String control,
            UUID clusterId,
            String namespace,
            String kind,
            String name,
            String reason,
            Instant endsAt) {}

    public ControlException {
        checks = List.copyOf(checks);
    }

    /** The same with a warning for whoever asks for it. */
    public ControlException warning(String words) {
        return new ControlException(
                id,
                state,
                standard,
                control,
                checks,
                clusterId,
                cluster,
                namespace,
                kind,
                name,
                reason,
                endsAt,
                requestedBy,
                requestedAt,
                decidedBy,
                decidedAt,
                decision,
                endedBy,
                endedAt,
                words);
    }

    /** Whether what it is about is not counted now. */
    public boolean holds(Instant now) {
        return state == State.APPROVED && endsAt.isAfter(now);
    }
}
