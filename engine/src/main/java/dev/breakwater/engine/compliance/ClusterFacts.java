package dev.breakwater.engine.compliance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this platform knows of a cluster as a whole, and what it itself does for it.
 *
 * @param lastContactAt when its sensor last said something, {@code null} = never
 * @param unseenKinds kinds of objects that the sensor may not or cannot read, with the reason
 * @param seenKinds how many kinds it does read
 * @param pipelineChecks manifests that pipelines had checked for this cluster, or for none in particular, in the last 30 days
 * @param oldViolations open violations of at least high severity that are older than 30 days and that nobody accepted
 * @param alarmRoutes rules that are switched on and lead to a way out that is switched on
 * @param delivered messages that arrived in the last 30 days
 * @param undelivered messages of the last 30 days that were given up
 * @param advisories entries of feeds of advisories that are in use
 * @param advisoriesAsOf of when the oldest feed of them is, {@code null} = there is none, or none is dated
 * @param auditDays how long entries of the audit log are kept
 * @param people accounts of people that are switched on
 */
public record ClusterFacts(
        @Nullable Instant lastContactAt,
        List<String> unseenKinds,
        int seenKinds,
        long pipelineChecks,
        long oldViolations,
        long alarmRoutes,
        long delivered,
        long undelivered,
        long advisories,
        @Nullable Instant advisoriesAsOf,
        int auditDays,
        long people) {

    public ClusterFacts {
        unseenKinds = List.copyOf(unseenKinds);
    }
}
