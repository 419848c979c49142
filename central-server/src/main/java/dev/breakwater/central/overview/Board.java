package dev.breakwater.central.overview;

import dev.breakwater.central.detection.BySeverity;
import dev.breakwater.central.detection.ViolationTrend;
import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.central.risk.RiskyWorkload;
import java.time.Instant;
import java.util.List;

/**
 * What the overview shows of a place: each figure is the count of a list with the same filter.
 *
 * @param open open violations now
 * @param categories open violations by the category of their policy, the worst first; one whose policy has several counts in
 *     each
 * @param owners open violations by the team that owns the workload, the worst first, at most {@value Overview#OWNERS}
 * @param riskiest at most {@value Overview#RISKIEST}
 * @param clusters of the place, those that need attention first
 * @param trend of violations; its last day is {@code open}
 */
public record Board(
        Instant asOf,
        BySeverity open,
        List<Share> categories,
        List<Share> owners,
        WorkloadFigures workloads,
        ImageFigures images,
        Sight sight,
        List<RiskyWorkload> riskiest,
        List<ClusterRow> clusters,
        ViolationTrend trend) {

    public Board {
        categories = List.copyOf(categories);
        owners = List.copyOf(owners);
        riskiest = List.copyOf(riskiest);
        clusters = List.copyOf(clusters);
    }

    /**
     * What falls to one name.
     *
     * @param name empty = none: nobody owns it, or the policy has no category
     */
    public record Share(String name, BySeverity open) {}

    /**
     * Workloads of the place.
     *
     * @param judged with a verdict of the present facts
     * @param pending a change waits to be judged
     * @param failed the judgement itself failed
     * @param unknown with policies that could not be judged
     * @param scored with a risk score
     * @param exposedCritical reachable from outside of the cluster, with an open critical violation
     */
    public record WorkloadFigures(
            long total, long judged, long pending, long failed, long unknown, long scored, long exposedCritical) {}

    /**
     * Images that the workloads declare or run.
     *
     * @param told somebody told when they were built
     * @param ages of those, by days since then
     */
    public record ImageFigures(long total, long told, List<Age> ages) {

        public ImageFigures {
            ages = List.copyOf(ages);
        }
    }

    /**
     * Images of an age.
     *
     * @param fromDays inclusive
     * @param toDays exclusive, 0 = without end
     */
    public record Age(int fromDays, int toDays, long images) {}

    /**
     * What the sensors can read.
     *
     * @param kinds (cluster, kind of object) pairs that the clusters serve
     * @param seen of these, read
     */
    public record Sight(long kinds, long seen) {}
}
