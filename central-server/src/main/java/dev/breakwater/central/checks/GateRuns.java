package dev.breakwater.central.checks;

import dev.breakwater.central.checks.ManifestChecks.Target;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import dev.breakwater.manifests.check.Report;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks that are kept: which gate something passed, and what was refused before it ran. */
public interface GateRuns {

    /** The most findings that are kept of a run. */
    int MOST_FINDINGS = 200;

    /** The longest text that a pipeline may tell of itself, in characters. */
    int LONGEST = 500;

    /**
     * What a pipeline tells of itself and asks for.
     *
     * @param failOn {@code LOW}, {@code MEDIUM}, {@code HIGH}, {@code CRITICAL} or {@code NONE}
     * @param failOnUnknown a policy of that severity that cannot be judged is no pass
     * @param unreadable how many files the pipeline could not read, so that they were not sent
     * @param source what is checked
     * @param pipeline address of the pipeline's run
     */
    record Gate(
            String failOn,
            boolean failOnUnknown,
            int unreadable,
            String source,
            String pipeline,
            String commit,
            String branch) {}

    /** A run and its report. */
    record Recorded(GateRun run, Report report) {}

    /**
     * A workload in a run.
     *
     * @param findings what it violates, of any severity
     * @param refused one of these led to the refusal
     */
    record CheckedObject(String namespace, String kind, String name, int findings, boolean refused) {}

    /**
     * What is kept of a finding.
     *
     * @param message why, one sentence
     */
    record KeptFinding(
            String policy,
            UUID policyId,
            String severity,
            String kind,
            String namespace,
            String name,
            String message) {}

    /** A run with its gravest findings, at most {@link #MOST_FINDINGS}, and its workloads, at most 500. */
    record Detail(GateRun run, List<KeptFinding> findings, List<CheckedObject> objects) {}

    /**
     * A run in which a workload was checked.
     *
     * @param same what runs is what was checked: images, commands, environment, rights, volumes and ports are the same; else
     *     only cluster, namespace, kind and name are
     * @param refused the workload itself was a reason to refuse
     */
    record Gated(GateRun run, boolean same, boolean refused, int findings) {}

    /**
     * Judges manifests, and keeps that it was done.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest if a text is too long or the severity none
     */
    Recorded check(String text, Target target, Gate gate, AccessScope scope);

    Page<GateRun> list(ListRequest request, AccessScope scope);

    /**
     * One run.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none by that id in the scope
     */
    Detail get(UUID id, AccessScope scope);

    /**
     * The runs in which a workload was checked, newest first, at most 10. Empty: no gate is known.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is no such workload in the scope
     */
    List<Gated> ofWorkload(UUID workloadId, AccessScope scope);

    /** The newest run in which what runs was checked, else the newest that named it. */
    static @Nullable Gated telling(List<Gated> runs) {
        return runs.stream().filter(Gated::same).findFirst().orElse(runs.isEmpty() ? null : runs.getFirst());
    }
}
