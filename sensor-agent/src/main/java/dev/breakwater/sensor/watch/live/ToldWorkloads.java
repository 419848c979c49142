package dev.breakwater.sensor.watch.live;

import dev.breakwater.sensor.facts.Fact;
import dev.breakwater.sensor.facts.FactStore;
import dev.breakwater.sensor.watch.Translated;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Workloads whose own objects are not read (an Argo Rollout, a StrimziPodSet), as their pods tell them. The newest pod
 * counts; what it told stands until a newer one comes or the last pod goes.
 */
final class ToldWorkloads {

    private static final class Told {

        private final Set<String> pods = new HashSet<>();
        private Instant newest = Instant.MIN;
    }

    private final FactStore facts;
    private final Map<UUID, Told> workloads = new HashMap<>();
    private final Map<String, UUID> workloadOfPod = new HashMap<>();

    ToldWorkloads(FactStore facts) {
        this.facts = facts;
    }

    /** A pod came or changed. */
    synchronized void seen(String pod, Translated translated) {
        @Nullable Fact workload = translated.told();
        @Nullable UUID before = workloadOfPod.get(pod);
        if (before != null && (workload == null || !before.equals(workload.id()))) {
            gone(pod);
        }
        if (workload == null) {
            return;
        }
        workloadOfPod.put(pod, workload.id());
        Told told = workloads.computeIfAbsent(workload.id(), id -> new Told());
        told.pods.add(pod);
        if (!translated.createdAt().isBefore(told.newest)) {
            told.newest = translated.createdAt();
            facts.put(workload);
        }
    }

    /** A pod is gone. */
    synchronized void gone(String pod) {
        @Nullable UUID id = workloadOfPod.remove(pod);
        @Nullable Told told = id == null ? null : workloads.get(id);
        if (id == null || told == null) {
            return;
        }
        told.pods.remove(pod);
        if (told.pods.isEmpty()) {
            workloads.remove(id);
            facts.remove(id);
        }
    }
}
