package dev.breakwater.central.nodes;

import dev.breakwater.engine.machine.MachineEvidence;
import java.util.UUID;

/** Is told of evidence in the transaction that keeps it. */
public interface NodeEvidenceListener {

    /** Evidence of a node arrived. */
    void arrived(UUID nodeId, UUID clusterId, MachineEvidence evidence);
}
