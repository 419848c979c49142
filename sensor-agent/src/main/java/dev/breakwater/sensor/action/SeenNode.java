package dev.breakwater.sensor.action;

import java.util.List;

/**
 * A node as it is at the moment something is to be done to it.
 *
 * @param uid empty where its source knows none
 * @param unschedulable whether it takes no new pods
 */
public record SeenNode(String name, String uid, boolean controlPlane, boolean unschedulable) {

    /** Labels of nodes that run the control plane. */
    public static final List<String> CONTROL_PLANE =
            List.of("node-role.kubernetes.io/control-plane", "node-role.kubernetes.io/master");
}
