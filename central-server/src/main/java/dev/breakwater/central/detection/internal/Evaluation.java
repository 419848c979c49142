package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.AskedAlong;
import dev.breakwater.central.detection.internal.JudgementTable.Last;
import dev.breakwater.central.inventory.LoadedWorkload;
import dev.breakwater.central.platform.Correlation;
import dev.breakwater.central.policy.CompiledPolicySet;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.EvaluationFailure;
import dev.breakwater.engine.policy.Judgement;
import dev.breakwater.engine.policy.Verdict;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs the engine on one workload. What throws becomes a judgement with an error's id: the others of a batch go on. */
@Component
class Evaluation {

    private static final Logger LOG = LoggerFactory.getLogger(Evaluation.class);
    private static final int FINGERPRINT_BYTES = 16;
    private static final byte[] NONE = new byte[FINGERPRINT_BYTES];

    private final WorkloadAssembly assembly;
    private final List<AskedAlong<?>> guests;

    Evaluation(WorkloadAssembly assembly, List<AskedAlong<?>> guests) {
        this.assembly = assembly;
        this.guests = List.copyOf(guests);
    }

    /**
     * Judges a workload. Pure, but for the log: workloads of a batch are judged side by side.
     *
     * @return empty if its last judgement still holds
     */
    Optional<Judging> judge(
            LoadedWorkload loaded, String cause, @Nullable Last last, CompiledPolicySet policies, Instant now) {
        Judging assembled = assemble(loaded, cause);
        return last != null && last.stillHolds(assembled.fingerprint(), policies.revision(), now)
                ? Optional.empty()
                : Optional.of(evaluate(assembled, policies, guests, now));
    }

    /** Judges a workload for the sake of the answer alone: whatever its last judgement was, and without a fingerprint to keep. */
    Judging judge(LoadedWorkload loaded, CompiledPolicySet policies, Instant now) {
        try {
            Workload workload = assembly.assemble(loaded.spec(), loaded.surroundings());
            return evaluate(
                    new Judging(loaded, workload, NONE, List.of(), List.of(), Map.of(), null, ""),
                    policies,
                    List.of(),
                    now);
        } catch (RuntimeException | StackOverflowError e) {
            return failed(loaded, "", e);
        }
    }

    private Judging assemble(LoadedWorkload loaded, String cause) {
        try {
            Workload workload = assembly.assemble(loaded.spec(), loaded.surroundings());
            return new Judging(
                    loaded, workload, fingerprint(workload, loaded), List.of(), List.of(), Map.of(), null, cause);
        } catch (RuntimeException | StackOverflowError e) {
            return failed(loaded, cause, e);
        }
    }

    private Judging evaluate(Judging assembled, CompiledPolicySet policies, List<AskedAlong<?>> asking, Instant now) {
        Workload workload = assembled.workload();
        if (workload == null) {
            return assembled;
        }
        List<EvaluationFailure> failures = new ArrayList<>();
        try {
            Judgement judgement = Judgement.of(workload, now);
            List<Verdict> verdicts = policies.compiled().judge(judgement, failures::add);
            List<Verdict> bySensor = policies.compiled().judgeWithoutImages(workload, verdicts, now);
            Map<Class<?>, Object> along = new HashMap<>();
            asking.forEach(guest -> along.put(
                    guest.kind(), guest.ask(judgement, assembled.loaded().platform())));
            failures.forEach(failure -> LOG.error(
                    "policy could not be evaluated: error={} policy={} workload={}",
                    failure.errorId(),
                    failure.policyId(),
                    failure.workloadId(),
                    failure.cause()));
            String errorId =
                    failures.isEmpty() ? null : failures.getFirst().errorId().toString();
            return new Judging(
                    assembled.loaded(),
                    workload,
                    assembled.fingerprint(),
                    verdicts,
                    bySensor,
                    along,
                    errorId,
                    assembled.cause());
        } catch (RuntimeException | StackOverflowError e) {
            return failed(assembled.loaded(), assembled.cause(), e);
        }
    }

    private static Judging failed(LoadedWorkload loaded, String cause, Throwable failure) {
        String errorId = Correlation.newId();
        LOG.error("workload could not be judged: error={} workload={}", errorId, loaded.id(), failure);
        return new Judging(loaded, null, NONE, List.of(), List.of(), Map.of(), errorId, cause);
    }

    /** Also over what the rows say beside the facts, so that another owner is written although no verdict changes. */
    private byte[] fingerprint(Workload workload, LoadedWorkload loaded) {
        byte[] team = loaded.team().getBytes(StandardCharsets.UTF_8);
        byte[] assembled = assembly.fingerprint(workload, loaded.fingerprint());
        ByteBuffer all = ByteBuffer.allocate(assembled.length + team.length + 1)
                .put(assembled)
                .put((byte) (loaded.platform() ? 1 : 0))
                .put(team);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.array());
            return Arrays.copyOf(hash, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
