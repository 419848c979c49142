package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.fleet.BatchStage;
import dev.breakwater.central.fleet.ReceivedBatch;
import dev.breakwater.central.fleet.ReceivedObject;
import dev.breakwater.central.inventory.TouchedWorkloads;
import dev.breakwater.central.inventory.internal.ObjectStore.Held;
import dev.breakwater.central.platform.TransactionLocks;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.ObjectKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Stores what a batch changes, and tells the stages that follow which workloads to judge. */
@Component
@Order(BatchStage.STORE)
class InventoryStage implements BatchStage {

    /** Kinds of which the state before is needed: whom they reached, or what is different. */
    private static final Set<ObjectKind> NEED_BEFORE = Set.of(
            ObjectKind.SERVICE,
            ObjectKind.ENDPOINTS,
            ObjectKind.INGRESS,
            ObjectKind.NETWORK_POLICY,
            ObjectKind.ROLE_BINDING,
            ObjectKind.POD,
            ObjectKind.WORKLOAD);

    private final TransactionLocks locks;
    private final ObjectStore objects;
    private final InventorySettings settings;
    private final NamespaceTable namespaces;
    private final WorkloadTable workloads;
    private final List<NarrowTable> tables;
    private final WorkloadImages images;
    private final FanOut fanOut;

    InventoryStage(
            TransactionLocks locks,
            ObjectStore objects,
            InventorySettings settings,
            NamespaceTable namespaces,
            WorkloadTable workloads,
            List<NarrowTable> tables,
            WorkloadImages images,
            FanOut fanOut) {
        this.locks = locks;
        this.objects = objects;
        this.settings = settings;
        this.namespaces = namespaces;
        this.workloads = workloads;
        this.tables = tables;
        this.images = images;
        this.fanOut = fanOut;
    }

    @Override
    public String name() {
        return "inventory";
    }

    @Override
    public void apply(ReceivedBatch batch) {
        locks.holdClusters(Set.of(batch.clusterId()));
        List<ObjectChange> changes = changes(batch);
        if (changes.isEmpty()) {
            batch.leave(TouchedWorkloads.class, new TouchedWorkloads(Map.of(), Set.of()));
            return;
        }
        ChangeSet set = new ChangeSet(
                batch.clusterId(),
                batch.cluster(),
                changes,
                objects.nextRevision(),
                batch.receivedAt(),
                batch.correlationId());
        objects.write(set);
        Classification classification = settings.current();
        namespaces.apply(set, classification);
        workloads.apply(set, classification);
        tables.forEach(table -> table.apply(set));
        fanOut.mark(set, images.apply(set));
        batch.leave(TouchedWorkloads.class, touched(set));
    }

    private List<ObjectChange> changes(ReceivedBatch batch) {
        Set<UUID> ids = new LinkedHashSet<>(batch.removals());
        batch.upserts().forEach(object -> ids.add(object.id()));
        Map<UUID, Held> held = objects.held(batch.clusterId(), ids);
        Set<UUID> differing = new LinkedHashSet<>();
        for (ReceivedObject object : batch.upserts()) {
            Held before = held.get(object.id());
            if (before == null || !Arrays.equals(before.fingerprint(), object.fingerprint())) {
                differing.add(object.id());
            }
        }
        Set<UUID> removed = new LinkedHashSet<>(batch.removals());
        batch.upserts().forEach(object -> removed.remove(object.id()));
        removed.retainAll(held.keySet());
        Map<UUID, ClusterObject> before = objects.states(needed(held, differing, removed));
        List<ObjectChange> changes = new ArrayList<>();
        for (ReceivedObject object : batch.upserts()) {
            if (differing.contains(object.id())) {
                changes.add(new ObjectChange(
                        object.id(),
                        object.object().key(),
                        held.containsKey(object.id()),
                        object,
                        before.get(object.id())));
            }
        }
        removed.forEach(id -> changes.add(new ObjectChange(id, held.get(id).key(), true, null, before.get(id))));
        return changes;
    }

    private static List<UUID> needed(Map<UUID, Held> held, Set<UUID> differing, Set<UUID> removed) {
        return held.entrySet().stream()
                .filter(entry -> NEED_BEFORE.contains(entry.getValue().key().kind()))
                .map(Map.Entry::getKey)
                .filter(id -> differing.contains(id) || removed.contains(id))
                .toList();
    }

    private static TouchedWorkloads touched(ChangeSet set) {
        Map<UUID, String> changed = new HashMap<>();
        for (ObjectChange change : set.written(ObjectKind.WORKLOAD)) {
            String difference = SpecDifference.describe(change);
            changed.put(change.id(), change.words() + (difference.isEmpty() ? "" : ": " + difference));
        }
        return new TouchedWorkloads(changed, Set.copyOf(set.removed(ObjectKind.WORKLOAD)));
    }
}
