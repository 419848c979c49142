package dev.breakwater.central.fleet;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What must be told of clusters when nobody looks at a page. Not limited by an access scope: for what runs by itself. */
public interface ClusterWatch {

    /** Every cluster that is not cut off. */
    List<Sight> clusters();

    /** When central's own authority, which signs the sensors' certificates, ends. */
    Instant authorityEndsAt();

    /**
     * How a cluster is seen.
     *
     * @param provisional it was never read completely
     * @param silent its sensor says nothing, and that is no folder that was read once
     * @param lastContactAt {@code null} = it never connected
     * @param overdueCertificate when the sensor's certificate ends, where it was not renewed in time; {@code null} = all is well
     */
    record Sight(
            UUID id,
            String name,
            boolean provisional,
            boolean silent,
            @Nullable Instant lastContactAt,
            @Nullable Instant overdueCertificate) {}
}
