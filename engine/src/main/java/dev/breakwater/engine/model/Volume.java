package dev.breakwater.engine.model;

import java.util.List;

/**
 * A volume of a pod.
 *
 * @param type the key that Kubernetes uses: {@code hostPath}, {@code secret}, {@code projected}, {@code emptyDir},
 *     {@code persistentVolumeClaim}, {@code configMap}, {@code csi}, {@code nfs} …
 * @param source what it leads to: host path, secret, claim or config map name, driver, server and path
 * @param sources names of the secrets in a projected volume, and of the others as {@code configMap/name}, {@code serviceAccountToken}
 */
public record Volume(String name, String type, String source, List<String> sources) {

    public Volume {
        sources = List.copyOf(sources);
    }

    public boolean isHostPath() {
        return type.equals("hostPath");
    }
}
