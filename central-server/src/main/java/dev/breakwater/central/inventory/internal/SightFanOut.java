package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.fleet.SightListener;
import dev.breakwater.central.inventory.JudgementDue;
import dev.breakwater.central.platform.TransactionLocks;
import dev.breakwater.engine.model.ObjectKind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whatever the sensor sees or no longer sees concerns every workload of its cluster. */
@Component
class SightFanOut implements SightListener {

    /** Kinds that no judgement reads. */
    private static final Set<ObjectKind> NOT_JUDGED = EnumSet.of(ObjectKind.NODE, ObjectKind.SECRET);

    private final TransactionLocks locks;
    private final JudgementDue due;

    SightFanOut(TransactionLocks locks, JudgementDue due) {
        this.locks = locks;
        this.due = due;
    }

    @Override
    public void sightChanged(UUID clusterId, Set<ObjectKind> kinds) {
        Set<ObjectKind> judged = EnumSet.copyOf(kinds);
        judged.removeAll(NOT_JUDGED);
        if (!judged.isEmpty()) {
            locks.holdClusters(Set.of(clusterId));
            String names = judged.stream()
                    .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .collect(Collectors.joining(", "));
            due.markCluster(clusterId, "what the sensor can see has changed: " + names);
        }
    }
}
