package dev.breakwater.central.fleet.internal.batch;

import com.google.protobuf.ByteString;
import dev.breakwater.central.fleet.ReceivedObject;
import dev.breakwater.central.platform.Correlation;
import dev.breakwater.contracts.FactCodec;
import dev.breakwater.contracts.WireException;
import dev.breakwater.contracts.v1.ObjectBatch;
import dev.breakwater.contracts.v1.ObjectUpsert;
import dev.breakwater.engine.model.ClusterObject;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a batch. Ids and fingerprints are computed anew from the objects themselves, so that a sensor can write only what
 * lies in its own cluster. An object that cannot be read becomes a problem in its place; the others count.
 */
public final class BatchDecoder {

    private static final int ID_BYTES = 16;
    private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private BatchDecoder() {}

    /**
     * @param cluster name of the cluster, from its certificate
     */
    public static DecodedBatch decode(ObjectBatch batch, String cluster) {
        Map<UUID, ReceivedObject> upserts = new LinkedHashMap<>();
        List<ObjectProblem> unreadable = new ArrayList<>();
        batch.getUpsertsList().parallelStream()
                .map(upsert -> upsert(upsert, cluster))
                // One after the other again: of an object that is twice in a batch the later state counts.
                .toList()
                .forEach(read -> {
                    switch (read) {
                        case Read.Object(ReceivedObject object) -> upserts.put(object.id(), object);
                        case Read.Failed(ObjectProblem problem) -> unreadable.add(problem);
                    }
                });
        // An object that was removed and made again within one batch exists.
        Set<UUID> removals = new LinkedHashSet<>();
        for (ByteString removal : batch.getRemovalsList()) {
            UUID id = id(removal);
            if (id == null) {
                unreadable.add(
                        new ObjectProblem(null, "removal", "an id of " + removal.size() + " bytes; allowed: 16"));
            } else if (!upserts.containsKey(id)) {
                removals.add(id);
            }
        }
        String correlation = CORRELATION.matcher(batch.getCorrelationId()).matches()
                ? batch.getCorrelationId()
                : Correlation.newId();
        return new DecodedBatch(List.copyOf(upserts.values()), List.copyOf(removals), unreadable, correlation);
    }

    private sealed interface Read {

        record Object(ReceivedObject object) implements Read {}

        record Failed(ObjectProblem problem) implements Read {}
    }

    private static Read upsert(ObjectUpsert upsert, String cluster) {
        try {
            return new Read.Object(object(upsert, cluster));
        } catch (WireException e) {
            UUID id = id(upsert.getId());
            return new Read.Failed(new ObjectProblem(id, "object " + (id == null ? "without id" : id), message(e)));
        }
    }

    // What this version does not know stays in the stored bytes: it counts in the fingerprint, as it does at the
    // sensor, and
    // a newer central will read it.
    private static ReceivedObject object(ObjectUpsert upsert, String cluster) {
        ClusterObject object = FactCodec.fromWire(upsert.getState());
        byte[] encoded = FactCodec.encode(upsert.getState());
        return new ReceivedObject(object.key().idIn(cluster), FactCodec.fingerprint(encoded), encoded, object);
    }

    private static @Nullable UUID id(ByteString bytes) {
        if (bytes.size() != ID_BYTES) {
            return null;
        }
        ByteBuffer buffer = bytes.asReadOnlyByteBuffer();
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static String message(WireException e) {
        return "cannot be read: " + e.getMessage();
    }
}
