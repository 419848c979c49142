package dev.breakwater.central.fleet;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch on its way through the stages, all of them in one transaction.
 */
public final class ReceivedBatch {

    private final UUID clusterId;
    private final String cluster;
    private final List<ReceivedObject> upserts;
    private final List<UUID> removals;
    private final Instant receivedAt;
    private final String correlationId;
    private final Map<Class<?>, Object> results = new HashMap<>();

    /**
     * @param upserts at most one for each id
     * @param removals ids of objects that are gone
     */
    public ReceivedBatch(
            UUID clusterId,
            String cluster,
            List<ReceivedObject> upserts,
            List<UUID> removals,
            Instant receivedAt,
            String correlationId) {
        this.clusterId = clusterId;
        this.cluster = cluster;
        this.upserts = List.copyOf(upserts);
        this.removals = List.copyOf(removals);
        this.receivedAt = receivedAt;
        this.correlationId = correlationId;
    }

    public UUID clusterId() {
        return clusterId;
    }

    public String cluster() {
        return cluster;
    }

    public List<ReceivedObject> upserts() {
        return upserts;
    }

    public List<UUID> removals() {
        return removals;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public String correlationId() {
        return correlationId;
    }

    /** Leaves a result for the stages that follow. */
    public <T> void leave(Class<T> type, T result) {
        results.put(type, result);
    }

    /** What an earlier stage left, {@code null} if nothing. */
    public <T> @Nullable T left(Class<T> type) {
        return type.cast(results.get(type));
    }
}
