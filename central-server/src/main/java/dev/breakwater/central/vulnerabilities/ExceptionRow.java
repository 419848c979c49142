package dev.breakwater.central.vulnerabilities;

import dev.breakwater.central.vulnerabilities.ExceptionPreview.Facts;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Kind;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Place;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exception.
 *
 * @param vulnerability as it was called by who asked
 * @param justification of VEX, empty = a deferral
 * @param endsAt {@code null} = no date
 * @param decidedBy who approved or refused, empty = it waits
 * @param decision what they said
 * @param facts what it was approved on, {@code null} = it was not
 * @param endedBy {@code system} where it ended by itself, empty = it is not over
 * @param endCause why it ended, {@code null} = it is not over
 */
public record ExceptionRow(
        UUID id,
        Kind kind,
        State state,
        String vulnerability,
        Place place,
        String reason,
        String justification,
        @Nullable Instant endsAt,
        boolean untilFixed,
        String requestedBy,
        Instant requestedAt,
        String decidedBy,
        @Nullable Instant decidedAt,
        String decision,
        @Nullable Facts facts,
        String endedBy,
        @Nullable Instant endedAt,
        @Nullable EndCause endCause) {

    /** Where it stands. */
    public enum State {
        /** It waits for another person. */
        REQUESTED,
        /** It holds. */
        APPROVED,
        DENIED,
        /** It held, and is over. */
        ENDED
    }

    /** Why an exception is over. */
    public enum EndCause {
        /** Its date has come. */
        EXPIRED("its date has come"),
        /** A version mends it that was not known before. */
        FIX_AVAILABLE("a version mends it"),
        /** It is known to be exploited, and was not before. */
        EXPLOITED("it is known to be exploited"),
        /** A workload can be reached from outside, and none could before. */
        EXPOSED("a workload can be reached from outside"),
        /** A person ended it. */
        TAKEN_BACK("it was taken back");

        private final String words;

        EndCause(String words) {
            this.words = words;
        }

        /** As a clause. */
        public String words() {
            return words;
        }
    }
}
