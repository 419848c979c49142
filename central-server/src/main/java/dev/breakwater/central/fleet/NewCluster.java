package dev.breakwater.central.fleet;

import java.time.Instant;
import java.util.UUID;

/**
 * A way in for a sensor. The token is shown here and never again; no command holds it, each reads it from a file.
 *
 * @param expiresAt when the token can no longer be used
 * @param linkAddress {@code host:port} of the sensor link
 * @param tokenFileCommand writes the token, which is pasted, to the file that the others read
 * @param helmCommand installs a sensor by Helm
 * @param kubectlCommand installs one by kubectl, of manifests that the chart is rendered to
 * @param secretCommand makes the Secret with the token, for installations that are kept in Git
 * @param argoCdApplication an Application of Argo CD that installs the chart and reads that Secret
 * @param sensorCommand runs the sensor by hand against a cluster
 * @param manifestsCommand reads a folder of manifests once
 */
public record NewCluster(
        UUID id,
        String name,
        String enrolmentToken,
        Instant expiresAt,
        String linkAddress,
        String tokenFileCommand,
        String helmCommand,
        String kubectlCommand,
        String secretCommand,
        String argoCdApplication,
        String sensorCommand,
        String manifestsCommand) {

    @Override
    public String toString() {
        return "NewCluster[" + name + ", token not shown]";
    }
}
