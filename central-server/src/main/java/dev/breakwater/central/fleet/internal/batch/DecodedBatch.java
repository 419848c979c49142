package dev.breakwater.central.fleet.internal.batch;

import dev.breakwater.central.fleet.ReceivedObject;
import java.util.List;
import java.util.UUID;

/**
 * A batch as far as it could be read.
 *
 * @param upserts at most one for each id
 * @param removals ids that are gone, none of them in {@code upserts}
 * @param unreadable what could not be read, in place of the objects
 */
public record DecodedBatch(
        List<ReceivedObject> upserts, List<UUID> removals, List<ObjectProblem> unreadable, String correlationId) {

    public DecodedBatch {
        upserts = List.copyOf(upserts);
        removals = List.copyOf(removals);
        unreadable = List.copyOf(unreadable);
    }

    int size() {
        return upserts.size() + removals.size();
    }

    /** One half of its objects; the first comes with what was unreadable. */
    DecodedBatch half(boolean first) {
        int middle = size() / 2;
        int from = first ? 0 : middle;
        int to = first ? middle : size();
        return new DecodedBatch(
                upserts.subList(Math.min(from, upserts.size()), Math.min(to, upserts.size())),
                removals.subList(Math.max(0, from - upserts.size()), Math.max(0, to - upserts.size())),
                first ? unreadable : List.of(),
                correlationId);
    }
}
