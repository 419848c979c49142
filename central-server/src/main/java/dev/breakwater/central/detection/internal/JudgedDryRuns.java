package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.DryRunReport;
import dev.breakwater.central.detection.DryRuns;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Busy;
import dev.breakwater.central.policy.CompiledPolicySet;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.Policy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Runs drafts through what judges: the same facts, the same evaluation, the same comparison with what is kept. */
@Service
class JudgedDryRuns implements DryRuns {

    /** Runs at a time in this replica: each keeps a processor and a connection or two busy. */
    private static final int AT_A_TIME = 2;

    /** Batches of one run that are in work at the same time: while one is read, another is judged. */
    private static final int SIDE_BY_SIDE = 2;

    private final Policies policies;
    private final DryRunTargets targets;
    private final DryRunPass.Parts parts;
    private final Clock clock;
    private final Semaphore running = new Semaphore(AT_A_TIME);

    JudgedDryRuns(Policies policies, DryRunTargets targets, DryRunPass.Parts parts, Clock clock) {
        this.policies = policies;
        this.targets = targets;
        this.parts = parts;
        this.clock = clock;
    }

    @Override
    public DryRunReport run(Policy draft, AccessScope scope, Progress progress) {
        return runAll(List.of(draft), DryRunReport.MOST_LISTED, scope, progress).getFirst();
    }

    @Override
    public List<DryRunReport> runAll(List<Policy> drafts, int listed, AccessScope scope, Progress progress) {
        CompiledPolicySet set = policies.drafted(drafts);
        if (!running.tryAcquire()) {
            throw new Busy("There are " + AT_A_TIME + " dry runs already.");
        }
        try {
            Instant now = clock.instant();
            DryRunPass pass =
                    new DryRunPass(parts, set, tallies(drafts, listed), scope, progress, now, targets.count(scope));
            sideBySide(pass);
            return pass.reports();
        } finally {
            running.release();
        }
    }

    private List<DryRunTally> tallies(List<Policy> drafts, int listed) {
        Map<UUID, StoredPolicy> saved = policies.list().stream()
                .collect(Collectors.toMap(stored -> stored.policy().id(), Function.identity()));
        return drafts.stream()
                .map(draft -> new DryRunTally(
                        draft,
                        saved.containsKey(draft.id()) ? saved.get(draft.id()).version() : null,
                        Math.clamp(listed, 0, DryRunReport.MOST_LISTED)))
                .toList();
    }

    private static void sideBySide(DryRunPass pass) {
        try (ExecutorService threads = Executors.newFixedThreadPool(
                SIDE_BY_SIDE, Thread.ofPlatform().name("dry-run-", 0).factory())) {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < SIDE_BY_SIDE; i++) {
                futures.add(threads.submit(pass::work));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (ExecutionException e) {
            pass.stop();
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            pass.stop();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
