package dev.breakwater.engine.risk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one factor brings to a score.
 *
 * @param multiplier from 1 (no influence) up to the factor's maximum; the largest of its parts
 * @param asOf when the data was seen that the multiplier rests on, the oldest of its parts; {@code null} if unknown
 * @param fact what was found, one sentence, may be empty
 * @param unknownReason what is missing and why; empty unless unknown or stale
 * @param parts what it was taken from, such as one part for each container's image; one part with an empty subject
 *     where the factor is of the whole workload
 */
public record FactorScore(
        FactorId factor,
        State state,
        double multiplier,
        @Nullable Instant asOf,
        String fact,
        String unknownReason,
        List<Part> parts) {

    /** How much is known. */
    public enum State {
        /** Everything was seen. */
        KNOWN,
        /** Data was lost; the last value is kept. */
        STALE,
        /** Some data was never there: the multiplier is a lower bound, 1 where nothing is known. */
        UNKNOWN,
        /** Everything was seen and nothing is worth a word; the multiplier is 1. */
        NOTHING_TO_SAY
    }

    /**
     * The share of one subject, kept so that a later loss of its data is told from a change for the better.
     *
     * @param subject the container, or empty for the whole workload
     */
    public record Part(
            String subject,
            State state,
            double multiplier,
            @Nullable Instant asOf) {}

    public FactorScore {
        parts = List.copyOf(parts);
    }

    /** The part that decides the multiplier: the largest, the first among equals. */
    Optional<Part> decisive() {
        // max() keeps the last among equals, so the comparison alone would not do
        return parts.stream().reduce((best, next) -> BY_MULTIPLIER.compare(next, best) > 0 ? next : best);
    }

    private static final Comparator<Part> BY_MULTIPLIER = Comparator.comparingDouble(Part::multiplier);
}
