package dev.breakwater.central.detection;

import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.Verdict;
import dev.breakwater.engine.risk.OpenViolation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A workload just judged, for what builds on verdicts.
 *
 * @param platform whether it belongs to the platform
 * @param open the violations that hold after this judgement, borne by somebody or not; also those whose policy cannot be judged any
 *     more
 * @param cause in words, why it was judged now
 * @param answers what those who were {@link AskedAlong asked along} say, by kind
 */
public record JudgedWorkload(
        UUID clusterId,
        Workload workload,
        boolean platform,
        List<Verdict> verdicts,
        List<OpenViolation> open,
        String cause,
        Instant judgedAt,
        Map<Class<?>, Object> answers) {

    public JudgedWorkload {
        verdicts = List.copyOf(verdicts);
        open = List.copyOf(open);
        answers = Map.copyOf(answers);
    }

    /** What was asked along. */
    public <A> A along(Class<A> kind) {
        return Objects.requireNonNull(kind.cast(answers.get(kind)));
    }
}
