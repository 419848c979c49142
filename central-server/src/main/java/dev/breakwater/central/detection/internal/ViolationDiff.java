package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.internal.ViolationChange.Word;
import dev.breakwater.engine.model.NameBasedId;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.UnknownFact;
import dev.breakwater.engine.policy.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compares verdicts with the violations that are kept. What cannot be judged any more is not mended: an open violation
 * whose verdict is unknown stays open and is marked unconfirmed.
 */
final class ViolationDiff {

    private static final int CAUSE_LENGTH = 1000;

    private ViolationDiff() {}

    static UUID idOf(UUID policyId, UUID workloadId) {
        return NameBasedId.of("violation", policyId.toString(), workloadId.toString());
    }

    /**
     * @param stored by policy
     */
    static List<ViolationChange> of(Judging judging, Map<UUID, StoredViolation> stored, Map<UUID, Policy> policies) {
        List<ViolationChange> changes = new ArrayList<>();
        Set<UUID> judged = new HashSet<>();
        for (Verdict verdict : judging.verdicts()) {
            judged.add(verdict.policyId());
            Policy policy = policies.get(verdict.policyId());
            StoredViolation before = stored.get(verdict.policyId());
            ViolationChange change = policy == null ? null : change(judging, verdict, policy, before);
            if (change != null) {
                changes.add(change);
            }
        }
        for (StoredViolation before : stored.values()) {
            if (before.open() && !judged.contains(before.policyId())) {
                ViolationChange change = judging.failed() ? failed(judging, before) : gone(judging, before, policies);
                if (change != null) {
                    changes.add(change);
                }
            }
        }
        return changes;
    }

    private static @Nullable ViolationChange change(
            Judging judging, Verdict verdict, Policy policy, @Nullable StoredViolation before) {
        return switch (verdict.outcome()) {
            case VIOLATED -> violated(judging, verdict, policy, before);
            case UNKNOWN ->
                before == null || !before.open() || before.unconfirmed()
                        ? null
                        : unconfirmed(judging, before, "it can no longer be judged: " + missing(verdict));
            case CLEAN -> closed(judging, before, "it is no longer violated");
            case OUT_OF_SCOPE -> closed(judging, before, "the workload is outside of the policy's scope");
            case EXCLUDED -> closed(judging, before, "an exclusion of the policy holds");
        };
    }

    private static @Nullable ViolationChange violated(
            Judging judging, Verdict verdict, Policy policy, @Nullable StoredViolation before) {
        UUID id = idOf(policy.id(), judging.id());
        if (before == null) {
            return new ViolationChange(id, judging, Word.OPENED, policy, verdict, true, cause(judging, ""));
        }
        if (!before.open()) {
            return new ViolationChange(id, judging, Word.REOPENED, policy, verdict, true, cause(judging, ""));
        }
        List<String> what = new ArrayList<>();
        if (!Arrays.equals(before.evidenceHash(), EvidenceJson.hash(verdict.evidence()))) {
            what.add("the evidence is another");
        }
        if (before.severity() != policy.severity()) {
            what.add("severity from " + before.severity() + " to " + policy.severity());
        }
        if (!before.policyName().equals(policy.name())) {
            what.add("the policy has another name");
        }
        if (before.unconfirmed()) {
            what.add("it can be judged again and still holds");
        }
        return what.isEmpty()
                ? null
                : new ViolationChange(
                        id, judging, Word.CHANGED, policy, verdict, true, cause(judging, String.join(", ", what)));
    }

    private static @Nullable ViolationChange closed(Judging judging, @Nullable StoredViolation before, String detail) {
        return before == null || !before.open()
                ? null
                : new ViolationChange(before.id(), judging, Word.CLOSED, null, null, true, cause(judging, detail));
    }

    private static @Nullable ViolationChange failed(Judging judging, StoredViolation before) {
        return before.unconfirmed()
                ? null
                : unconfirmed(judging, before, "the judgement failed, error " + judging.errorId());
    }

    private static ViolationChange unconfirmed(Judging judging, StoredViolation before, String detail) {
        return new ViolationChange(before.id(), judging, Word.CHANGED, null, null, false, cause(judging, detail));
    }

    private static @Nullable ViolationChange gone(Judging judging, StoredViolation before, Map<UUID, Policy> policies) {
        Policy policy = policies.get(before.policyId());
        String detail = policy == null
                ? "the policy is gone"
                : policy.enabled() ? "the policy is no longer judged at this stage" : "the policy is disabled";
        return closed(judging, before, detail);
    }

    private static String missing(Verdict verdict) {
        return verdict.unknown().stream()
                .map(UnknownFact::detail)
                .filter(detail -> !detail.isBlank())
                .findFirst()
                .orElse("a fact is missing");
    }

    private static String cause(Judging judging, String detail) {
        String cause = judging.cause() + (detail.isEmpty() ? "" : "; " + detail);
        return cause.length() <= CAUSE_LENGTH ? cause : cause.substring(0, CAUSE_LENGTH) + "…";
    }
}
