package dev.breakwater.sensor;

import dev.breakwater.sensor.action.NodeRules;
import dev.breakwater.sensor.link.EnrolmentToken;
import dev.breakwater.sensor.scan.ScanningSettings;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cluster to stream, checked.
 *
 * @param token {@code null} if none was given
 * @param scanning how images are looked into, {@code null} = they are not
 * @param nodes what central may order to be done to nodes
 */
record ClusterSettings(
        String cluster,
        @Nullable EnrolmentToken token,
        Path state,
        Origin origin,
        @Nullable ScanningSettings scanning,
        NodeRules nodes) {

    /** Where the objects come from. */
    sealed interface Origin {}

    /** Folders of manifests, at least one. */
    record Folders(List<Path> folders) implements Origin {}

    /**
     * A cluster's API.
     *
     * @param kubeconfig {@code null} = the cluster that this process runs in
     * @param context {@code null} = the current one
     */
    record Api(@Nullable Path kubeconfig, @Nullable String context) implements Origin {}
}
