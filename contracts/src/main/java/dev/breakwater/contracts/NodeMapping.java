package dev.breakwater.contracts;

import dev.breakwater.contracts.v1.NamespaceFacts;
import dev.breakwater.contracts.v1.NodeFacts;
import dev.breakwater.engine.model.Namespace;
import dev.breakwater.engine.model.Node;

/** Where things run: namespaces and nodes. */
final class NodeMapping {

    private NodeMapping() {}

    static NamespaceFacts toWire(Namespace namespace) {
        return NamespaceFacts.newBuilder()
                .setMeta(MetaMapping.toWire(namespace.meta()))
                .build();
    }

    static Namespace fromWire(NamespaceFacts wire) {
        return new Namespace(MetaMapping.fromWire("NamespaceFacts.meta", wire.hasMeta(), wire.getMeta()));
    }

    static NodeFacts toWire(Node node) {
        NodeFacts.Builder wire = NodeFacts.newBuilder()
                .setMeta(MetaMapping.toWire(node.meta()))
                .addAllRoles(Bounds.names("NodeFacts.roles", node.roles()))
                .setOsImage(Bounds.name("NodeFacts.os_image", node.osImage()))
                .setKernelVersion(Bounds.name("NodeFacts.kernel_version", node.kernelVersion()))
                .setContainerRuntime(Bounds.name("NodeFacts.container_runtime", node.containerRuntime()))
                .setKubeletVersion(Bounds.name("NodeFacts.kubelet_version", node.kubeletVersion()))
                .setArchitecture(Bounds.name("NodeFacts.architecture", node.architecture()))
                .setMachineId(Bounds.name("NodeFacts.machine_id", node.machineId()))
                .addAllAddresses(Bounds.names("NodeFacts.addresses", node.addresses()))
                .setUnschedulable(node.unschedulable());
        Bounds.list("NodeFacts.taints", node.taints()).forEach(taint -> wire.addTaints(toWire(taint)));
        Bounds.list("NodeFacts.conditions", node.conditions())
                .forEach(condition -> wire.addConditions(toWire(condition)));
        return wire.build();
    }

    static Node fromWire(NodeFacts wire) {
        return new Node(
                MetaMapping.fromWire("NodeFacts.meta", wire.hasMeta(), wire.getMeta()),
                Bounds.names("NodeFacts.roles", wire.getRolesList()),
                Bounds.name("NodeFacts.os_image", wire.getOsImage()),
                Bounds.name("NodeFacts.kernel_version", wire.getKernelVersion()),
                Bounds.name("NodeFacts.container_runtime", wire.getContainerRuntime()),
                Bounds.name("NodeFacts.kubelet_version", wire.getKubeletVersion()),
                Bounds.name("NodeFacts.architecture", wire.getArchitecture()),
                Bounds.name("NodeFacts.machine_id", wire.getMachineId()),
                Bounds.names("NodeFacts.addresses", wire.getAddressesList()),
                Bounds.list("NodeFacts.taints", wire.getTaintsList()).stream()
                        .map(NodeMapping::fromWire)
                        .toList(),
                Bounds.list("NodeFacts.conditions", wire.getConditionsList()).stream()
                        .map(NodeMapping::fromWire)
                        .toList(),
                wire.getUnschedulable());
    }

    private static NodeFacts.Taint toWire(Node.Taint taint) {
        return NodeFacts.Taint.newBuilder()
                .setKey(Bounds.name("Taint.key", taint.key()))
                .setValue(Bounds.name("Taint.value", taint.value()))
                .setEffect(Bounds.name("Taint.effect", taint.effect()))
                .build();
    }

    private static Node.Taint fromWire(NodeFacts.Taint wire) {
        return new Node.Taint(
                Bounds.name("Taint.key", wire.getKey()),
                Bounds.name("Taint.value", wire.getValue()),
                Bounds.name("Taint.effect", wire.getEffect()));
    }

    private static NodeFacts.Condition toWire(Node.Condition condition) {
        return NodeFacts.Condition.newBuilder()
                .setType(Bounds.name("Condition.type", condition.type()))
                .setStatus(Bounds.name("Condition.status", condition.status()))
                .setReason(Bounds.name("Condition.reason", condition.reason()))
                .build();
    }

    private static Node.Condition fromWire(NodeFacts.Condition wire) {
        return new Node.Condition(
                Bounds.name("Condition.type", wire.getType()),
                Bounds.name("Condition.status", wire.getStatus()),
                Bounds.name("Condition.reason", wire.getReason()));
    }
}
