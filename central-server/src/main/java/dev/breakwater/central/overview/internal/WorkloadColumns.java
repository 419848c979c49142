package dev.breakwater.central.overview.internal;

import dev.breakwater.central.overview.WorkloadRow;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workload as a line of CSV. */
final class WorkloadColumns {

    static final List<String> NAMES = List.of(
            "id",
            "cluster",
            "namespace",
            "name",
            "kind",
            "owner",
            "platform",
            "riskScore",
            "riskRank",
            "unknownFactors",
            "critical",
            "high",
            "medium",
            "low",
            "unknownPolicies",
            "exposure",
            "pending",
            "provisional",
            "images",
            "firstSeenAt",
            "changedAt");

    private WorkloadColumns() {}

    static List<@Nullable Object> of(WorkloadRow row) {
        return Arrays.asList(
                row.id(),
                row.cluster(),
                row.namespace(),
                row.name(),
                row.kind(),
                row.owner(),
                row.platform(),
                row.riskScore(),
                row.riskRank(),
                row.unknownFactors(),
                row.critical(),
                row.high(),
                row.medium(),
                row.low(),
                row.unknownPolicies(),
                row.exposure(),
                row.pending(),
                row.provisional(),
                String.join(" ", row.images()),
                row.firstSeenAt(),
                row.changedAt());
    }
}
