package dev.breakwater.central.nodes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A node in the list of nodes, or a machine that belongs to no cluster, with what a look at it found. A number that is {@code null}
 * is unknown: nobody looked, too long ago, or the evidence is of another machine.
 *
 * @param clusterId {@code null} = it belongs to none
 * @param cluster empty = it belongs to none
 * @param ready {@code null} = the node does not say
 * @param lookedAt when the last look at it began, {@code null} = there was none
 * @param failedChecks checks of machines that it does not keep
 * @param unknownChecks checks that its evidence has no answer to
 * @param vulnerabilities how many count, of any severity
 * @param vulnerabilitiesKnown whether all of it is known; only then does nothing found say something
 */
public record ListedNode(
        UUID id,
        @Nullable UUID clusterId,
        String cluster,
        String name,
        List<String> roles,
        String osImage,
        String kernelVersion,
        String containerRuntime,
        String kubeletVersion,
        String architecture,
        @Nullable Boolean ready,
        boolean unschedulable,
        Instant firstSeenAt,
        Looked looked,
        @Nullable Instant lookedAt,
        @Nullable Integer failedChecks,
        @Nullable Integer unknownChecks,
        @Nullable Integer critical,
        @Nullable Integer high,
        @Nullable Integer vulnerabilities,
        boolean vulnerabilitiesKnown) {

    /** Whether somebody looked at the machine. */
    public enum Looked {
        FRESH,
        /** Longer ago than {@code breakwater.nodes.evidence-max-age}: it counts for nothing. */
        STALE,
        NEVER,
        /** The evidence was taken by force and says that it is of another machine: it counts for nothing. */
        OTHER
    }

    public ListedNode {
        roles = List.copyOf(roles);
    }
}
