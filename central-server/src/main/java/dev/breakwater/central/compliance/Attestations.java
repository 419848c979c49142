package dev.breakwater.central.compliance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes what people attest. */
public interface Attestations {

    /** The longest time that an attestation may hold, in days. */
    int LONGEST_DAYS = 400;

    /**
     * Attests a control that asks for it.
     *
     * @param clusterId {@code null} = all clusters
     * @throws dev.breakwater.central.platform.NotFound if there is no such control or cluster
     * @throws dev.breakwater.central.platform.InvalidRequest if the control asks for none, the statement is empty or too long, or
     *     the end lies in the past or too far away
     */
    Attestation attest(String standard, String control, @Nullable UUID clusterId, String statement, Instant validUntil);

    /**
     * Takes one back; the control is manual again.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none, or it was taken back
     */
    void withdraw(UUID id);
}
