package dev.breakwater.central.notification.internal.outbox;

import dev.breakwater.central.notification.NotificationEvent;
import dev.breakwater.engine.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told, as it is kept and as a webhook gets it (docs/reference/notifications.md); mail is written from it. All texts in
 * it are {@link ShownText}.
 *
 * @param version of this form
 * @param id of the delivery: the same message has the same id, however often it comes
 * @param title in one line
 * @param summary in a sentence or two
 * @param severity the highest of its violations, {@code UNKNOWN} = it has none
 * @param opened how many violations opened, those that are not listed too
 * @param resolved how many are resolved
 * @param groups of violations by policy and owner, the most severe first
 * @param moreGroups how many are not listed
 * @param moreViolations how many violations are in those
 * @param news of clusters and certificates
 * @param moreNews how many are not listed
 * @param link to the console, empty = its address is not set
 * @param chain the last day of the chain of days when it was made, {@code null} = nobody could tell
 */
public record Message(
        int version,
        UUID id,
        Instant createdAt,
        Kind kind,
        String title,
        String summary,
        Severity severity,
        int opened,
        int resolved,
        List<Group> groups,
        int moreGroups,
        int moreViolations,
        List<News> news,
        int moreNews,
        String link,
        @Nullable Chain chain) {

    /**
     * A day of the chain of days: who keeps it can tell later whether the chain is still the one that was.
     *
     * @param day in UTC, {@code YYYY-MM-DD}
     * @param hash SHA-256, hexadecimal
     */
    public record Chain(String day, String hash) {}

    /** The present form. */
    public static final int VERSION = 1;

    /** What a message is about. */
    public enum Kind {
        /** One policy and owner. */
        VIOLATIONS,
        /** Clusters and certificates. */
        FLEET,
        /** Several of these at once, since there would be too many messages. */
        DIGEST,
        /** Nothing happened; somebody tries the target. */
        TEST
    }

    /**
     * Violations of one policy and owner.
     *
     * @param owner team that owns the workloads, empty = nobody is known
     * @param why why it matters
     * @param howToFix what mends it
     * @param places the first of them
     * @param more how many are not listed
     */
    public record Group(
            PolicyRef policy,
            Severity severity,
            String owner,
            int opened,
            int resolved,
            String why,
            String howToFix,
            List<Place> places,
            int more,
            String link) {}

    /** A policy by id and name. */
    public record PolicyRef(UUID id, String name) {}

    /** A violation and its workload. */
    public record Place(
            NotificationEvent event,
            String violationId,
            String cluster,
            String namespace,
            String kind,
            String name,
            String link) {}

    /**
     * Something about a cluster or a certificate.
     *
     * @param cluster name, empty = central itself
     */
    public record News(NotificationEvent event, String cluster, String detail, Instant at, String link) {}
}
