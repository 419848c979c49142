package dev.breakwater.central.fleet;

import java.time.Instant;
import java.util.UUID;

/**
 * A way in for a sensor. The token is shown here and never again.
 *
 * @param expiresAt when the token can no longer be used
 * @param linkAddress {@code host:port} of the sensor link
 * @param helmCommand installs a sensor by Helm
 * @param kubectlCommand installs a sensor without Helm
 * @param sensorCommand runs the sensor by hand
 */
public record NewCluster(
        UUID id,
        String name,
        String enrolmentToken,
        Instant expiresAt,
        String linkAddress,
        String helmCommand,
        String kubectlCommand,
        String sensorCommand) {

    @Override
    public String toString() {
        return "NewCluster[" + name + ", token not shown]";
    }
}
