package dev.breakwater.sensor.facts;

import dev.breakwater.contracts.v1.Sight;

/**
 * Whether a kind of object can be seen.
 *
 * @param detail why not, empty if it is seen
 */
public record KindSight(Sight sight, String detail) {

    public static final KindSight SEEN = new KindSight(Sight.SIGHT_SEEN, "");

    /** Whether what is not among the facts does not exist; not so where somebody looked in vain. */
    public boolean isComplete() {
        return switch (sight) {
            case SIGHT_SEEN, SIGHT_NOT_SERVED, SIGHT_OUT_OF_SIGHT -> true;
            case SIGHT_FORBIDDEN, SIGHT_FAILED, SIGHT_UNSPECIFIED, UNRECOGNIZED -> false;
        };
    }
}
