package dev.breakwater.sensor.link;

import com.google.protobuf.ByteString;
import dev.breakwater.contracts.v1.ObjectBatch;
import dev.breakwater.contracts.v1.ObjectUpsert;
import dev.breakwater.sensor.facts.Fact;
import dev.breakwater.sensor.facts.FactStore;
import java.nio.ByteBuffer;
import java.util.Deque;
import java.util.UUID;

/** Makes batches of what has to be sent: at most so many objects, and under 1 MiB. */
final class BatchWriter {

    /** Bytes of objects in one batch; one object of the largest size fits. */
    static final int MOST_BYTES = 1_020_000;

    /** Bytes that an entry takes besides its object, at most: id, fingerprint, tags and lengths. */
    private static final int ENTRY_BYTES = 56;

    private final FactStore facts;
    private final int mostObjects;

    BatchWriter(FactStore facts, int mostObjects) {
        this.facts = facts;
        this.mostObjects = mostObjects;
    }

    /** Takes ids from the front until the batch is full: present ones with their latest state, the others as removals. */
    ObjectBatch next(Deque<UUID> ids, long sequence) {
        ObjectBatch.Builder batch = ObjectBatch.newBuilder()
                .setSequence(sequence)
                .setCorrelationId(UUID.randomUUID().toString());
        int bytes = 0;
        while (!ids.isEmpty() && batch.getUpsertsCount() + batch.getRemovalsCount() < mostObjects) {
            UUID id = ids.getFirst();
            Fact fact = facts.get(id);
            bytes += ENTRY_BYTES + (fact == null ? 0 : fact.size());
            if (bytes > MOST_BYTES && batch.getUpsertsCount() + batch.getRemovalsCount() > 0) {
                break;
            }
            ids.removeFirst();
            add(batch, id);
        }
        return batch.build();
    }

    private void add(ObjectBatch.Builder batch, UUID id) {
        Fact fact = facts.take(id);
        if (fact == null) {
            batch.addRemovals(bytes(id));
        } else {
            batch.addUpserts(ObjectUpsert.newBuilder()
                    .setId(bytes(id))
                    .setFingerprint(fact.fingerprint().toBytes())
                    .setState(fact.state()));
        }
    }

    private static ByteString bytes(UUID id) {
        return ByteString.copyFrom(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip());
    }
}
