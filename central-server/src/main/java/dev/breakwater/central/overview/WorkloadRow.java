package dev.breakwater.central.overview;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workload in a list.
 *
 * @param cluster the cluster's name
 * @param owner the team, empty = nobody
 * @param riskScore {@code null} = not judged yet
 * @param riskRank 1 = riskiest within what the reader may see; equal scores share a rank; {@code null} = not judged yet
 * @param unknownFactors risk factors without data: the score is at least {@code riskScore}
 * @param exposure widest reach, {@code UNKNOWN} if it could not be told
 * @param unknownPolicies how many policies could not be judged
 * @param pending a change is waiting to be judged
 * @param runningPods {@code null} = the sensor does not see pods: whether any runs is unknown
 */
public record WorkloadRow(
        UUID id,
        UUID clusterId,
        String cluster,
        String namespace,
        String name,
        String kind,
        String owner,
        boolean platform,
        @Nullable Double riskScore,
        @Nullable Long riskRank,
        int unknownFactors,
        int staleFactors,
        int critical,
        int high,
        int medium,
        int low,
        int unknownPolicies,
        String exposure,
        boolean pending,
        boolean provisional,
        @Nullable Integer replicas,
        @Nullable Integer runningPods,
        List<String> images,
        @Nullable Instant createdAt,
        Instant firstSeenAt,
        Instant changedAt) {

    public WorkloadRow {
        images = List.copyOf(images);
    }

    /** This row with its rank. */
    WorkloadRow ranked(@Nullable Long rank) {
        return new WorkloadRow(
                id,
                clusterId,
                cluster,
                namespace,
                name,
                kind,
                owner,
                platform,
                riskScore,
                rank,
                unknownFactors,
                staleFactors,
                critical,
                high,
                medium,
                low,
                unknownPolicies,
                exposure,
                pending,
                provisional,
                replicas,
                runningPods,
                images,
                createdAt,
                firstSeenAt,
                changedAt);
    }
}
