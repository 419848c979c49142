package dev.breakwater.sensor.link;

import dev.breakwater.contracts.v1.SourceKind;
import dev.breakwater.sensor.facts.Declarations;
import dev.breakwater.sensor.facts.FactStore;
import dev.breakwater.sensor.facts.SourceStatus;

/** What the link streams from: a cluster's API or folders of manifests. */
public interface Source {

    FactStore facts();

    SourceStatus status();

    /** The policies that the cluster declares itself. */
    Declarations declarations();

    SourceKind kind();

    /** The version of the cluster's API server, empty if there is none or it is not known yet. */
    String kubernetesVersion();

    /** The uid of the namespace {@code kube-system}, empty if there is none. */
    String clusterUid();
}
