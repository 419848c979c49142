package dev.breakwater.central.fleet;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cluster with all that is known of how it is seen.
 *
 * @param kinds how many objects of each kind central holds, and whether the sensor sees the kind
 * @param problems what could not be read
 * @param tokens the enrolment tokens, newest first
 */
public record ClusterView(ClusterRow cluster, List<KindSight> kinds, List<Problem> problems, List<Token> tokens) {

    /**
     * One kind of object.
     *
     * @param kind name of an {@code ObjectKind}
     * @param objects how many central holds
     * @param sight {@code SEEN}, {@code NOT_SERVED}, {@code FORBIDDEN}, {@code FAILED}, {@code OUT_OF_SIGHT}, or
     *     {@code UNKNOWN} if the sensor did not say
     * @param detail in words, may be empty
     */
    public record KindSight(String kind, long objects, String sight, String detail) {}

    /**
     * Something that could not be read.
     *
     * @param place file, API group or object
     * @param line from 1, 0 = the whole
     */
    public record Problem(String place, int line, String detail, Instant reportedAt) {}

    /**
     * An enrolment token, without its secret.
     *
     * @param state {@code OPEN}, {@code USED}, {@code EXPIRED} or {@code REVOKED}
     */
    public record Token(
            UUID id,
            String state,
            Instant createdAt,
            String createdBy,
            Instant expiresAt,
            @Nullable Instant usedAt) {}

    public ClusterView {
        kinds = List.copyOf(kinds);
        problems = List.copyOf(problems);
        tokens = List.copyOf(tokens);
    }
}
