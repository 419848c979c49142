package dev.breakwater.engine.risk;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.risk.FactorScore.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a factor reads from the facts of one instant.
 *
 * @param parts one for each subject (a container's image, or the whole workload); the largest multiplier counts
 * @param validUntil the first instant at which it may change by time alone, {@code null} = never
 */
public record Measurement(List<Part> parts, @Nullable Instant validUntil) {

    /**
     * One thing that adds points.
     *
     * @param id kind, colon, subject; see {@link Reason#id()}
     */
    public record Contribution(
            String id, String text, @Nullable Severity severity, double points) {}

    /**
     * What one subject says.
     *
     * @param subject the container, or empty for the whole workload
     * @param state never {@link State#STALE}: a measurement has no memory
     * @param multiplier for an unknown part what is certain all the same, 1 = nothing
     * @param fact what was found, or why nothing could be found
     * @param partial of an unknown one: a part of the data is there, and speaks for the present
     */
    public record Part(
            String subject,
            State state,
            double multiplier,
            List<Contribution> contributions,
            String fact,
            boolean partial) {

        /** One that is known as a whole, or not at all. */
        public Part(String subject, State state, double multiplier, List<Contribution> contributions, String fact) {
            this(subject, state, multiplier, contributions, fact, false);
        }

        public Part {
            contributions = List.copyOf(contributions);
        }

        /** The data is there and says something. */
        public static Part known(String subject, double multiplier, List<Contribution> contributions, String fact) {
            return new Part(subject, State.KNOWN, multiplier, contributions, fact);
        }

        /** The data is there and says nothing. */
        public static Part nothingToSay(String subject, String fact) {
            return new Part(subject, State.NOTHING_TO_SAY, 1, List.of(), fact);
        }

        /** The data is not there. */
        public static Part unknown(String subject, String reason) {
            return new Part(subject, State.UNKNOWN, 1, List.of(), reason);
        }

        /** Part of the data is not there; the rest makes it at least this. */
        public static Part unknown(String subject, double atLeast, List<Contribution> certain, String reason) {
            return new Part(subject, State.UNKNOWN, atLeast, certain, reason, true);
        }
    }

    public Measurement {
        parts = List.copyOf(parts);
    }

    /** A measurement of the whole workload on which time has no influence. */
    public static Measurement of(Part part) {
        return new Measurement(List.of(part), null);
    }
}
