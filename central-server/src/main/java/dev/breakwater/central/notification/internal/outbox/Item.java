package dev.breakwater.central.notification.internal.outbox;

import dev.breakwater.central.notification.NotificationEvent;
import dev.breakwater.engine.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told to a target: one event of one cluster, policy and owner, however often it happened in a transaction.
 *
 * @param groupKey what is told together
 * @param clusterId {@code null} = of no cluster
 * @param policyId {@code null} = not about a violation
 * @param amount how many
 * @param samples the first of them
 */
record Item(
        UUID notifierId,
        String groupKey,
        NotificationEvent event,
        Instant at,
        @Nullable UUID clusterId,
        String cluster,
        @Nullable UUID policyId,
        String policy,
        Severity severity,
        String owner,
        int amount,
        List<Sample> samples) {

    /** The most samples of an item, and of a group in a message. */
    static final int MOST_SAMPLES = 10;

    /** The key of what happened to clusters and certificates: told together. */
    static final String FLEET = "fleet";

    static String groupOf(UUID policyId, String owner) {
        return policyId + "/" + owner;
    }

    /**
     * One of what happened.
     *
     * @param id of the violation, empty = of none
     * @param namespace of the workload, empty = none
     * @param detail what is to be said of it beside its names, may be empty
     */
    record Sample(String id, String namespace, String kind, String name, String detail) {}
}
