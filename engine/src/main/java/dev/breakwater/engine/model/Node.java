package dev.breakwater.engine.model;

import java.util.List;

/**
 * A machine of the cluster.
 *
 * @param roles from the labels {@code node-role.kubernetes.io/…}
 * @param machineId the operating system's machine id
 * @param addresses internal and external addresses, host names left out
 * @param conditions the conditions with their status, such as {@code Ready=True}
 */
public record Node(
        ObjectMeta meta,
        List<String> roles,
        String osImage,
        String kernelVersion,
        String containerRuntime,
        String kubeletVersion,
        String architecture,
        String machineId,
        List<String> addresses,
        List<Taint> taints,
        List<Condition> conditions,
        boolean unschedulable)
        implements ClusterObject {

    /** What keeps pods off this node. */
    public record Taint(String key, String value, String effect) {}

    /** One condition as the kubelet reports it. */
    public record Condition(String type, String status, String reason) {}

    public Node {
        roles = List.copyOf(roles);
        addresses = List.copyOf(addresses);
        taints = List.copyOf(taints);
        conditions = List.copyOf(conditions);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.NODE;
    }

    @Override
    public String kindName() {
        return "Node";
    }
}
