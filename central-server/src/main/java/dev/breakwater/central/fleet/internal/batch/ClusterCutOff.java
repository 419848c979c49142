package dev.breakwater.central.fleet.internal.batch;

/** The cluster was revoked or removed while its stream was open. */
public final class ClusterCutOff extends RuntimeException {

    public ClusterCutOff() {
        super("the cluster was revoked or removed");
    }
}
