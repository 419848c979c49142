package dev.breakwater.central.nodes;

import java.util.Optional;
import java.util.UUID;

/** What agents on machines ask: whether somebody wants the evidence collected anew. */
public interface NodeLooks {

    /**
     * An agent asks; from now on an order that waits counts as handed out. One that asks again before it brought evidence, having been
     * restarted perhaps, is told again.
     *
     * @param nodeId of its machine
     * @return the order to look, empty = there is none
     * @throws dev.breakwater.central.platform.NotFound if there is no such node
     */
    Optional<UUID> asked(UUID nodeId);
}
