package dev.breakwater.contracts;

import dev.breakwater.contracts.v1.PodFacts;
import dev.breakwater.engine.model.Pod;

/** Running pods. */
final class PodMapping {

    private PodMapping() {}

    static PodFacts toWire(Pod pod) {
        PodFacts.Builder wire = PodFacts.newBuilder()
                .setMeta(MetaMapping.toWire(pod.meta()))
                .setOwnerKind(Bounds.name("PodFacts.owner_kind", pod.ownerKind()))
                .setOwnerName(Bounds.name("PodFacts.owner_name", pod.ownerName()))
                .setNodeName(Bounds.name("PodFacts.node_name", pod.nodeName()))
                .setPhase(Bounds.name("PodFacts.phase", pod.phase()));
        if (pod.startedAt() != null) {
            wire.setStartedAt(MetaMapping.toWire("PodFacts.started_at", pod.startedAt()));
        }
        Bounds.list("PodFacts.containers", pod.containers()).forEach(instance -> wire.addContainers(toWire(instance)));
        return wire.build();
    }

    static Pod fromWire(PodFacts wire) {
        return new Pod(
                MetaMapping.fromWire("PodFacts.meta", wire.hasMeta(), wire.getMeta()),
                Bounds.name("PodFacts.owner_kind", wire.getOwnerKind()),
                Bounds.name("PodFacts.owner_name", wire.getOwnerName()),
                Bounds.name("PodFacts.node_name", wire.getNodeName()),
                Bounds.name("PodFacts.phase", wire.getPhase()),
                wire.hasStartedAt() ? MetaMapping.fromWire("PodFacts.started_at", wire.getStartedAt()) : null,
                Bounds.list("PodFacts.containers", wire.getContainersList()).stream()
                        .map(PodMapping::fromWire)
                        .toList());
    }

    private static PodFacts.Instance toWire(Pod.Instance instance) {
        PodFacts.Instance.Builder wire = PodFacts.Instance.newBuilder()
                .setName(Bounds.name("Instance.name", instance.name()))
                .setImage(Bounds.name("Instance.image", instance.image()))
                .setState(Bounds.name("Instance.state", instance.state()))
                .setRestarts(instance.restarts());
        if (instance.runningDigest() != null) {
            wire.setRunningDigest(instance.runningDigest().value());
        }
        return wire.build();
    }

    private static Pod.Instance fromWire(PodFacts.Instance wire) {
        return new Pod.Instance(
                Bounds.name("Instance.name", wire.getName()),
                Bounds.name("Instance.image", wire.getImage()),
                wire.hasRunningDigest()
                        ? ImageMapping.digest("Instance.running_digest", wire.getRunningDigest())
                        : null,
                Bounds.name("Instance.state", wire.getState()),
                wire.getRestarts());
    }
}
