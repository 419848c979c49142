package dev.breakwater.sensor.action;

/**
 * A pod of a node that is to be drained, as it is now.
 *
 * @param stays of a DaemonSet, or run by the kubelet itself
 * @param made whether something makes it anew
 * @param ended whether its containers have ended for good
 * @param localData whether it keeps data on the node: emptyDir and hostPath volumes
 * @param own whether it is this sensor's own
 */
public record SeenPod(
        String namespace,
        String name,
        String uid,
        boolean stays,
        boolean made,
        boolean ended,
        boolean localData,
        boolean own) {

    /** Namespace and name. */
    public String text() {
        return namespace + "/" + name;
    }
}
