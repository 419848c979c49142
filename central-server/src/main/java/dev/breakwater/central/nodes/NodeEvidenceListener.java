package dev.breakwater.central.nodes;

import dev.breakwater.engine.machine.MachineEvidence;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Is told of evidence in the transaction that keeps it. */
public interface NodeEvidenceListener {

    /**
     * Evidence of a node arrived.
     *
     * @param clusterId {@code null} = the machine belongs to none
     */
    void arrived(UUID nodeId, @Nullable UUID clusterId, MachineEvidence evidence);
}
