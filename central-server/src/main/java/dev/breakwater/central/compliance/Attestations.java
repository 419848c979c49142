package dev.breakwater.central.compliance;

import dev.breakwater.central.platform.AccessScope;
import java.time.Instant;
import java.util.List;
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
     * @param file what goes with it, {@code null} = nothing
     * @throws dev.breakwater.central.platform.NotFound if there is no such control or cluster
     * @throws dev.breakwater.central.platform.InvalidRequest if the control asks for none, the statement is empty or too long, or
     *     the end lies in the past or too far away, or the standard is known not to concern the cluster
     */
    Attestation attest(
            String standard,
            String control,
            @Nullable UUID clusterId,
            String statement,
            Instant validUntil,
            AttestationFile.@Nullable Brought file);

    /**
     * An attestation where it counts: in its own standard, and in each profile that takes the control unchanged.
     *
     * @param standard where it counts; its own is that of the attestation
     */
    record Holding(String standard, String control, Attestation attestation) {}

    /**
     * Those that count at an instant, with each control that they count for, those of its own standard first and the newest of them
     * first; of clusters only those that the reader sees something of.
     *
     * @param scope what the reader may see
     */
    List<Holding> holding(Instant at, AccessScope scope);

    /**
     * The file that goes with one, as it was brought.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none, or it is of a cluster that the reader does not see
     */
    AttestationFile.Brought file(UUID id, AccessScope scope);

    /**
     * Takes one back; the control is manual again.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none, or it was taken back
     */
    void withdraw(UUID id);
}
