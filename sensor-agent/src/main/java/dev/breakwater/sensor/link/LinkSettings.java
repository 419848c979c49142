package dev.breakwater.sensor.link;

import org.jspecify.annotations.Nullable;

/**
 * Where to and as whom.
 *
 * @param cluster the name under which the cluster was added in central
 * @param token {@code null} if the sensor was enrolled before
 * @param proxy {@code null} = straight to central
 */
public record LinkSettings(
        CentralAddress central,
        String cluster,
        @Nullable EnrolmentToken token,
        String version,
        @Nullable OutboundProxy proxy) {

    /** Straight to central. */
    public LinkSettings(CentralAddress central, String cluster, @Nullable EnrolmentToken token, String version) {
        this(central, cluster, token, version, null);
    }
}
