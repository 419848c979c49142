package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.Assignee;
import dev.breakwater.engine.model.ObjectKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people decided of one violation, as it stands in an export: named by its policy and its workload, which are the same
 * wherever the cluster's sensor sends to.
 *
 * @param acceptanceId why it is accepted
 */
record CarriedDecision(
        UUID policyId,
        String cluster,
        String namespace,
        String kind,
        String name,
        @Nullable Assignee assignee,
        @Nullable UUID acceptanceId,
        List<Remark> comments) {

    /** A comment. */
    record Remark(Instant at, String author, String body) {}

    CarriedDecision {
        comments = comments == null ? List.of() : List.copyOf(comments);
    }

    UUID workloadId() {
        return ObjectKey.workloadId(cluster, namespace, kind, name);
    }

    UUID violationId() {
        return ViolationDiff.idOf(policyId, workloadId());
    }

    String assigneeName() {
        return assignee == null ? "" : assignee.name();
    }

    String assigneeKind() {
        return assignee == null ? "" : assignee.kind().name();
    }
}
