package dev.breakwater.central.overview.internal;

import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.engine.policy.Evidence;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A violation as a line of CSV. */
final class ViolationColumns {

    static final List<String> NAMES = List.of(
            "id",
            "policy",
            "policyId",
            "severity",
            "state",
            "provisional",
            "cluster",
            "namespace",
            "kind",
            "workload",
            "workloadId",
            "owner",
            "evidence",
            "openedAt",
            "changedAt",
            "closedAt",
            "unconfirmed",
            "assignee",
            "silencedBy",
            "silencedReason",
            "silencedUntil",
            "resolvedBy");

    private ViolationColumns() {}

    static List<@Nullable Object> of(ViolationRow row) {
        return Arrays.asList(
                row.id(),
                row.policy(),
                row.policyId(),
                row.severity(),
                row.state(),
                row.provisional(),
                row.workload().cluster(),
                row.workload().namespace(),
                row.workload().kind(),
                row.workload().name(),
                row.workload().id(),
                row.workload().owner(),
                row.evidence().stream().map(Evidence::message).collect(Collectors.joining("; ")),
                row.openedAt(),
                row.changedAt(),
                row.closedAt(),
                row.unconfirmed(),
                row.assignee() == null ? "" : row.assignee().name(),
                row.silence() == null ? "" : row.silence().by(),
                row.silence() == null ? "" : row.silence().reason(),
                row.silence() == null ? null : row.silence().until(),
                row.resolvedBy());
    }
}
