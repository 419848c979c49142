package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.DryRunReport;
import dev.breakwater.central.detection.DryRuns.Progress;
import dev.breakwater.central.detection.internal.DryRunTargets.Target;
import dev.breakwater.central.inventory.LoadedWorkload;
import dev.breakwater.central.inventory.WorkloadFacts;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.policy.CompiledPolicySet;
import dev.breakwater.engine.policy.Verdict;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One pass of a dry run over the workloads, batch by batch; several threads may work at it. */
final class DryRunPass {

    private static final int BATCH = 1_000;

    /** Workloads that are listed at once: each listing costs the database a sort. */
    private static final int LISTED = 10 * BATCH;

    /** What judges. */
    @Component
    record Parts(DryRunTargets targets, WorkloadFacts facts, Evaluation evaluation, ViolationTable violations) {}

    private final Parts parts;
    private final CompiledPolicySet set;
    private final List<DryRunTally> tallies;
    private final AccessScope scope;
    private final Progress progress;
    private final Instant now;
    private final int all;
    private final Deque<Target> waiting = new ArrayDeque<>();
    private @Nullable Target last;
    private boolean stopped;
    private int judged;
    private int due;

    DryRunPass(
            Parts parts,
            CompiledPolicySet set,
            List<DryRunTally> tallies,
            AccessScope scope,
            Progress progress,
            Instant now,
            int all) {
        this.parts = parts;
        this.set = set;
        this.tallies = tallies;
        this.scope = scope;
        this.progress = progress;
        this.now = now;
        this.all = all;
    }

    /** Takes batches as long as there are any. */
    void work() {
        try {
            for (List<Target> batch = next(); !batch.isEmpty(); batch = next()) {
                judge(batch);
                done(batch);
            }
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    /** No thread takes another batch. */
    synchronized void stop() {
        stopped = true;
    }

    private synchronized List<Target> next() {
        if (stopped) {
            return List.of();
        }
        if (progress.cancelled()) {
            throw new CancellationException("the dry run was cancelled");
        }
        if (waiting.isEmpty()) {
            List<Target> listed = parts.targets().next(last, LISTED, scope, now);
            waiting.addAll(listed);
            last = listed.isEmpty() ? last : listed.getLast();
        }
        List<Target> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH && !waiting.isEmpty()) {
            batch.add(waiting.poll());
        }
        return batch;
    }

    private synchronized void done(List<Target> batch) {
        judged += batch.size();
        due += (int) batch.stream().filter(Target::due).count();
        progress.judged(judged, Math.max(judged, all));
    }

    private void judge(List<Target> batch) {
        Map<UUID, Target> byId = batch.stream().collect(Collectors.toMap(Target::id, Function.identity()));
        Map<UUID, LoadedWorkload> loaded = parts.facts().load(byId.keySet());
        Map<UUID, Map<UUID, StoredViolation>> stored = parts.violations()
                .of(
                        loaded.keySet(),
                        tallies.stream().map(tally -> tally.draft().id()).toList());
        loaded.values().parallelStream()
                .forEach(workload ->
                        judge(byId.get(workload.id()), workload, stored.getOrDefault(workload.id(), Map.of())));
    }

    private void judge(Target target, LoadedWorkload workload, Map<UUID, StoredViolation> stored) {
        Judging judging = parts.evaluation().judge(workload, set, now);
        Map<UUID, ViolationChange> changes = new HashMap<>();
        ViolationDiff.of(judging, stored, set.byId(), now).forEach(change -> changes.put(change.id(), change));
        Map<UUID, Verdict> verdicts =
                judging.verdicts().stream().collect(Collectors.toMap(Verdict::policyId, Function.identity()));
        for (DryRunTally tally : tallies) {
            UUID policy = tally.draft().id();
            tally.add(
                    target,
                    judging,
                    verdicts.get(policy),
                    stored.get(policy),
                    changes.get(ViolationDiff.idOf(policy, workload.id())));
        }
    }

    synchronized List<DryRunReport> reports() {
        return tallies.stream().map(tally -> tally.report(now, judged, due)).toList();
    }
}
