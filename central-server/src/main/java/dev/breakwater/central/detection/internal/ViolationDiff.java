package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.internal.ViolationChange.Word;
import dev.breakwater.engine.model.NameBasedId;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Policy.Exclusion;
import dev.breakwater.engine.policy.UnknownFact;
import dev.breakwater.engine.policy.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compares verdicts with the violations that are kept. What cannot be judged any more is not mended: an open violation
 * whose verdict is unknown stays open and is marked unconfirmed. What people decided holds as long as they said: an
 * acceptance until its end, an exclusion as long as the engine says so.
 */
final class ViolationDiff {

    /** The end of the cause where a workload was mended. */
    static final String MENDED = "it is no longer violated";

    private static final String RESUMED = "its policy is judged again, and it stands as before";

    private static final int CAUSE_LENGTH = 1000;

    private ViolationDiff() {}

    static UUID idOf(UUID policyId, UUID workloadId) {
        return NameBasedId.of("violation", policyId.toString(), workloadId.toString());
    }

    /**
     * @param stored by policy
     */
    static List<ViolationChange> of(
            Judging judging, Map<UUID, StoredViolation> stored, Map<UUID, Policy> policies, Instant at) {
        List<ViolationChange> changes = new ArrayList<>();
        Set<UUID> judged = new HashSet<>();
        for (Verdict verdict : judging.verdicts()) {
            judged.add(verdict.policyId());
            Policy policy = policies.get(verdict.policyId());
            StoredViolation before = stored.get(verdict.policyId());
            ViolationChange change = policy == null ? null : change(judging, verdict, policy, before, at);
            if (change != null) {
                changes.add(change);
            }
        }
        for (StoredViolation before : stored.values()) {
            if (before.standing() && !judged.contains(before.policyId())) {
                ViolationChange change =
                        judging.failed() ? failed(judging, before, at) : gone(judging, before, policies);
                if (change != null) {
                    changes.add(change);
                }
            }
        }
        return changes;
    }

    private static @Nullable ViolationChange change(
            Judging judging, Verdict verdict, Policy policy, @Nullable StoredViolation before, Instant at) {
        return switch (verdict.outcome()) {
            case VIOLATED -> violated(judging, verdict, policy, before, at);
            case UNKNOWN -> unknown(judging, before, "it can no longer be judged: " + missing(verdict), at);
            case CLEAN -> closed(judging, before, MENDED);
            case OUT_OF_SCOPE -> closed(judging, before, "the workload is outside of the policy's scope");
            case EXCLUDED -> excluded(judging, verdict, policy, before);
        };
    }

    private static @Nullable ViolationChange violated(
            Judging judging, Verdict verdict, Policy policy, @Nullable StoredViolation before, Instant at) {
        UUID id = idOf(policy.id(), judging.id());
        EvidenceJson evidence = EvidenceJson.of(verdict.evidence());
        if (before == null) {
            return new ViolationChange(
                    id, judging, Word.OPENED, policy, evidence, State.OPEN, null, false, cause(judging, ""));
        }
        if (before.paused()) {
            State resumed = before.resumed(at);
            return new ViolationChange(
                    id, judging, Word.REOPENED, policy, evidence, resumed, null, false, cause(judging, RESUMED));
        }
        if (!before.open() && !before.accepted(at)) {
            return new ViolationChange(
                    id, judging, Word.REOPENED, policy, evidence, State.OPEN, null, false, cause(judging, why(before)));
        }
        List<String> what = differences(evidence, policy, before);
        return what.isEmpty()
                ? null
                : new ViolationChange(
                        id,
                        judging,
                        Word.CHANGED,
                        policy,
                        evidence,
                        before.state(),
                        null,
                        false,
                        cause(judging, String.join(", ", what)));
    }

    /** Why one that stood silent speaks again. */
    private static String why(StoredViolation before) {
        return switch (before.state()) {
            case ACCEPTED -> "its acceptance has ended";
            case EXCLUDED -> "no exclusion of the policy holds any more";
            case OPEN, RESOLVED, ATTEMPTED -> "";
        };
    }

    private static List<String> differences(EvidenceJson evidence, Policy policy, StoredViolation before) {
        List<String> what = new ArrayList<>();
        if (!Arrays.equals(before.evidenceHash(), evidence.hash())) {
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
        return what;
    }

    /** What an exclusion silences is kept, in a state of its own; what it only might silence too, if it was there. */
    private static @Nullable ViolationChange excluded(
            Judging judging, Verdict verdict, Policy policy, @Nullable StoredViolation before) {
        boolean violated = !verdict.evidence().isEmpty();
        if (!violated && verdict.unknown().isEmpty()) {
            return closed(judging, before, MENDED);
        }
        if (!violated && (before == null || !(before.standing() || before.paused()))) {
            return null;
        }
        EvidenceJson evidence = violated ? EvidenceJson.of(verdict.evidence()) : null;
        Exclusion exclusion = verdict.exclusion();
        UUID exclusionId = exclusion == null ? null : exclusion.id();
        boolean already = before != null && before.state() == State.EXCLUDED;
        if (already
                && Objects.equals(before.exclusionId(), exclusionId)
                && before.unconfirmed() == !violated
                && (evidence == null || differences(evidence, policy, before).isEmpty())) {
            return null;
        }
        return new ViolationChange(
                idOf(policy.id(), judging.id()),
                judging,
                already ? Word.CHANGED : Word.EXCLUDED,
                policy,
                evidence,
                State.EXCLUDED,
                exclusionId,
                !violated,
                cause(judging, "excluded by " + words(exclusion)));
    }

    private static String words(@Nullable Exclusion exclusion) {
        if (exclusion == null) {
            return "the policy";
        }
        return (exclusion.author().isEmpty() ? "the policy" : exclusion.author()) + ": " + exclusion.reason();
    }

    private static @Nullable ViolationChange closed(Judging judging, @Nullable StoredViolation before, String detail) {
        return closed(judging, before, detail, false);
    }

    private static @Nullable ViolationChange closed(
            Judging judging, @Nullable StoredViolation before, String detail, boolean paused) {
        return before == null || !(before.standing() || before.paused())
                ? null
                : new ViolationChange(
                        before.id(),
                        judging,
                        Word.CLOSED,
                        null,
                        null,
                        State.RESOLVED,
                        null,
                        false,
                        cause(judging, detail),
                        paused);
    }

    /** What cannot be judged stays where it was, but silence that has ended is over. */
    private static @Nullable ViolationChange unknown(
            Judging judging, @Nullable StoredViolation before, String detail, Instant at) {
        if (before != null && before.paused()) {
            return new ViolationChange(
                    before.id(),
                    judging,
                    Word.REOPENED,
                    null,
                    null,
                    before.resumed(at),
                    null,
                    true,
                    cause(judging, RESUMED + "; " + detail));
        }
        if (before == null || !before.standing()) {
            return null;
        }
        boolean over = before.state() == State.EXCLUDED || (before.state() == State.ACCEPTED && !before.accepted(at));
        if (before.unconfirmed() && !over) {
            return null;
        }
        return new ViolationChange(
                before.id(),
                judging,
                over ? Word.REOPENED : Word.CHANGED,
                null,
                null,
                over ? State.OPEN : before.state(),
                null,
                true,
                cause(judging, over ? why(before) + "; " + detail : detail));
    }

    /** An exclusion is not looked at by a judgement that failed, so what it silences stays silent. */
    private static @Nullable ViolationChange failed(Judging judging, StoredViolation before, Instant at) {
        return before.state() == State.EXCLUDED
                ? null
                : unknown(judging, before, "the judgement failed, error " + judging.errorId(), at);
    }

    private static @Nullable ViolationChange gone(Judging judging, StoredViolation before, Map<UUID, Policy> policies) {
        Policy policy = policies.get(before.policyId());
        String detail = policy == null
                ? "the policy is gone"
                : policy.enabled() ? "the policy is no longer judged at this stage" : "the policy is disabled";
        return closed(judging, before, detail, policy != null && !policy.enabled());
    }

    private static String missing(Verdict verdict) {
        return verdict.unknown().stream()
                .map(UnknownFact::detail)
                .filter(detail -> !detail.isBlank())
                .findFirst()
                .orElse("a fact is missing");
    }

    private static String cause(Judging judging, String detail) {
        boolean both = !detail.isEmpty() && !judging.cause().isEmpty();
        String cause = judging.cause() + (both ? "; " : "") + detail;
        return cause.length() <= CAUSE_LENGTH ? cause : cause.substring(0, CAUSE_LENGTH) + "…";
    }
}
