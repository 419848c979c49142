package dev.breakwater.central.detection;

import dev.breakwater.engine.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a policy would do once it is saved.
 *
 * @param severity that its violations would have
 * @param savedVersion the version that is saved, {@code null} = there is none
 * @param asOf the instant at which the workloads were judged
 * @param workloads how many were judged
 * @param due how many of these are about to be judged anyway, so that their violations may change without this policy
 * @param opens violations that would be open and are not
 * @param closes violations that are open and would not be
 * @param stays violations that are open and would be
 * @param accepted violations that hold and would be borne
 * @param excluded violations that hold and that an exclusion would silence
 * @param unknown workloads for which it could not be told
 * @param opening the first that would open, the riskiest workloads first
 * @param closing the first that would close
 * @param unclear the first that could not be told
 */
public record DryRunReport(
        UUID policyId,
        String policy,
        Severity severity,
        @Nullable Integer savedVersion,
        Instant asOf,
        int workloads,
        int due,
        int opens,
        int closes,
        int stays,
        int accepted,
        int excluded,
        int unknown,
        List<Item> opening,
        List<Item> closing,
        List<Item> unclear) {

    /** How many workloads a list names at the most. */
    public static final int MOST_LISTED = 500;

    /**
     * A workload with what would happen.
     *
     * @param risk its present score, {@code null} = it has none yet
     * @param provisional its cluster has not been read completely yet
     * @param message what was found, or why it closes, or what is missing
     */
    public record Item(
            UUID workloadId,
            String cluster,
            String namespace,
            String kind,
            String workload,
            @Nullable Double risk,
            boolean provisional,
            String message) {}

    public DryRunReport {
        opening = List.copyOf(opening);
        closing = List.copyOf(closing);
        unclear = List.copyOf(unclear);
    }
}
