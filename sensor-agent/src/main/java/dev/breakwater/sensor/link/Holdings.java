package dev.breakwater.sensor.link;

import com.google.protobuf.ByteString;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.sensor.facts.Fact;
import dev.breakwater.sensor.facts.FactStore;
import dev.breakwater.sensor.facts.Fingerprint;
import dev.breakwater.sensor.facts.SourceStatus;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What central holds of the cluster, and what follows from comparing it with the facts. What central holds and the
 * cluster has not is gone only if its kind can be seen; until then it stays here.
 */
final class Holdings {

    private static final int ENTRY_BYTES = 32;
    private static final int MOST_ENTRIES = 5_000_000;
    private static final ObjectKind[] KINDS = ObjectKind.values();

    private record Held(Fingerprint fingerprint, @Nullable ObjectKind kind) {}

    private final Map<UUID, Held> held = new HashMap<>();

    /**
     * Takes in one chunk.
     *
     * @throws IllegalArgumentException if it is cut off or there are more than any cluster has
     */
    void add(dev.breakwater.contracts.v1.Holdings chunk) {
        ByteBuffer entries = chunk.getEntries().asReadOnlyByteBuffer();
        if (entries.remaining() % ENTRY_BYTES != 0) {
            throw new IllegalArgumentException(
                    "holdings of " + entries.remaining() + " bytes; expected a multiple of 32");
        }
        ByteString kinds = chunk.getKinds();
        for (int i = 0; entries.hasRemaining(); i++) {
            UUID id = new UUID(entries.getLong(), entries.getLong());
            held.put(id, new Held(Fingerprint.read(entries), i < kinds.size() ? kind(kinds.byteAt(i)) : null));
        }
        if (held.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException("more than " + MOST_ENTRIES + " holdings");
        }
    }

    private static @Nullable ObjectKind kind(byte ordinal) {
        return ordinal >= 0 && ordinal < KINDS.length ? KINDS[ordinal] : null;
    }

    int size() {
        return held.size();
    }

    /** The ids to send, in the order of their kinds; what central holds in the same state is left out and forgotten. */
    Deque<UUID> differences(FactStore facts) {
        Deque<UUID> different = new ArrayDeque<>();
        for (UUID id : facts.beginComparison()) {
            Held there = held.remove(id);
            Fact fact = facts.get(id);
            if (there == null || fact == null || !fact.fingerprint().equals(there.fingerprint())) {
                different.add(id);
            }
        }
        return different;
    }

    /** What is certain to be gone by now, and is forgotten here; to be asked again whenever more can be seen. */
    Deque<UUID> gone(FactStore facts, SourceStatus status) {
        Deque<UUID> gone = new ArrayDeque<>();
        Iterator<Map.Entry<UUID, Held>> entries = held.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<UUID, Held> entry = entries.next();
            ObjectKind kind = entry.getValue().kind();
            if (facts.get(entry.getKey()) != null) {
                entries.remove();
            } else if (kind == null ? status.isComplete() : status.isComplete(kind)) {
                gone.add(entry.getKey());
                entries.remove();
            }
        }
        return gone;
    }
}
