package dev.breakwater.ui.inventory;

import dev.breakwater.engine.model.UnknownReason;

/** Why a fact is unknown, as people read it. */
final class UnknownWords {

    private UnknownWords() {}

    static String of(UnknownReason reason) {
        return switch (reason) {
            case NOT_COLLECTED -> "nobody has looked yet";
            case FAILED -> "looking failed";
            case STALE -> "the last answer is too old";
            case FORBIDDEN -> "the sensor may not read it";
            case NOT_SERVED -> "the cluster does not serve it";
            case UNRESOLVED -> "could not be resolved";
            case OUT_OF_SIGHT -> "out of sight of this source";
        };
    }
}
