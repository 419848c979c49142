package dev.breakwater.central.inventory.internal;

import dev.breakwater.engine.model.ObjectKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a batch really changes.
 *
 * @param changes in the order of their ids, which is the order in which rows are locked
 * @param revision of the facts written by it
 */
record ChangeSet(
        UUID clusterId, String cluster, List<ObjectChange> changes, long revision, Instant at, String correlationId) {

    ChangeSet {
        changes = changes.stream()
                .sorted(Comparator.comparing(change -> change.id().toString()))
                .toList();
    }

    /** New and changed objects of a kind. */
    List<ObjectChange> written(ObjectKind kind) {
        return of(kind).filter(change -> !change.isRemoved()).toList();
    }

    /** Objects of a kind that are gone. */
    List<UUID> removed(ObjectKind kind) {
        return of(kind).filter(ObjectChange::isRemoved).map(ObjectChange::id).toList();
    }

    /** Every change of a kind. */
    Stream<ObjectChange> of(ObjectKind kind) {
        return changes.stream().filter(change -> change.kind() == kind);
    }
}
