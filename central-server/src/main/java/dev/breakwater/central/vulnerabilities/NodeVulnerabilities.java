package dev.breakwater.central.vulnerabilities;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import java.util.UUID;

/** What is wrong with the packages that are installed on nodes and on machines without a cluster. */
public interface NodeVulnerabilities {

    /** The name of the list of single findings. */
    String LIST = "nodes/vulnerabilities";

    /**
     * Single findings.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest if the filter names none of node, cve, component: there are many
     */
    Page<NodeFindingRow> list(ListRequest request, AccessScope scope);

    /**
     * What is found on a node.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is no such node, or the reader may not see it
     */
    Page<NodeFindingRow> ofNode(UUID nodeId, ListRequest request, AccessScope scope);

    /** How many findings of a node match, capped as every count of a list. */
    int count(UUID nodeId, String q, AccessScope scope);

    /**
     * The nodes that a vulnerability is found on.
     *
     * @throws dev.breakwater.central.platform.NotFound if no feed speaks of it
     */
    Page<NodeFindingRow> affected(String vulnerability, ListRequest request, AccessScope scope);

    /**
     * How much is wrong with a node, and how far that is known.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is no such node, or the reader may not see it
     */
    NodeFindings summary(UUID nodeId, AccessScope scope);
}
