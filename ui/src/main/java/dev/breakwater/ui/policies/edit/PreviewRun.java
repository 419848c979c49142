package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import dev.breakwater.central.detection.DryRunReport;
import dev.breakwater.central.detection.DryRuns;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.policies.draft.PolicyDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the draft would do once it is saved: a dry run in the background that tells how far it is, can be stopped, and grows
 * stale with the next change. A draft that is off is tried as if it were on, since nobody needs a list of nothing.
 */
final class PreviewRun {

    private static final int TOLD_EVERY_MILLIS = 150;

    /** So many criteria are counted by themselves: each is judged on every workload. */
    private static final int MOST_ROWS = 20;

    /** How a run stands. */
    enum State {
        NONE,
        RUNNING,
        DONE,
        FAILED
    }

    private final DryRuns runs;
    private final Supplier<AccessScope> reader;
    private final PolicyDraft draft;
    private final List<Runnable> listeners = new ArrayList<>();
    private final AtomicInteger generation = new AtomicInteger();
    private State state = State.NONE;
    private int judged;
    private int all;
    private String failure = "";
    private @Nullable DryRunReport report;
    private Map<Group, DryRunReport> rows = Map.of();
    private @Nullable Policy of;

    PreviewRun(DryRuns runs, Supplier<AccessScope> reader, PolicyDraft draft) {
        this.runs = runs;
        this.reader = reader;
        this.draft = draft;
    }

    /** Tells of each change of it, within the page's lock. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    State state() {
        return state;
    }

    /** From 0 to 1. */
    double progress() {
        return all == 0 ? 0 : Math.min(1, (double) judged / all);
    }

    int all() {
        return all;
    }

    /** Why it failed, in words. */
    String failure() {
        return failure;
    }

    /** The last report, {@code null} = none yet; see {@link #isFresh}. */
    @Nullable
    DryRunReport report() {
        return report;
    }

    /** What one criterion of the draft finds by itself, in the draft's scope; empty unless the last run was about it. */
    Optional<DryRunReport> row(Group group) {
        return state == State.DONE ? Optional.ofNullable(rows.get(group)) : Optional.empty();
    }

    /** Whether the report is about the draft as it is now. */
    boolean isFresh() {
        return state == State.DONE && tried().equals(of);
    }

    /** Whether a draft that is off is tried as if it were on. */
    boolean isAsIfOn() {
        return !draft.policy().enabled() && !wasOn();
    }

    private boolean wasOn() {
        return draft.saved() != null && draft.saved().policy().enabled();
    }

    private Policy tried() {
        return isAsIfOn() ? draft.policy().switchedOn() : draft.policy();
    }

    /** Runs it, in place of a run that is under way. */
    void start(UI ui) {
        int mine = generation.incrementAndGet();
        Policy policy = tried();
        AccessScope scope = reader.get();
        of = policy;
        become(State.RUNNING, "");
        judged = 0;
        Thread.ofVirtual().name("policy-preview").start(() -> run(ui, mine, policy, scope));
    }

    /** Stops a run that is under way. */
    void cancel() {
        generation.incrementAndGet();
        if (state == State.RUNNING) {
            become(report == null ? State.NONE : State.DONE, "");
            of = null;
        }
    }

    private void run(UI ui, int mine, Policy policy, AccessScope scope) {
        DryRuns.Progress progress = new DryRuns.Progress() {

            private volatile long toldAt;

            @Override
            public void judged(int workloads, int of) {
                long now = System.currentTimeMillis();
                if (now - toldAt >= TOLD_EVERY_MILLIS) {
                    toldAt = now;
                    tell(ui, mine, () -> {
                        judged = workloads;
                        all = of;
                    });
                }
            }

            @Override
            public boolean cancelled() {
                return generation.get() != mine;
            }
        };
        try {
            List<Group> groups = groups(policy);
            List<Policy> drafts = new ArrayList<>(List.of(policy));
            groups.forEach(group -> drafts.add(alone(policy, group)));
            List<DryRunReport> found = runs.runAll(drafts, DryRunReport.MOST_LISTED, scope, progress);
            Map<Group, DryRunReport> byGroup = new HashMap<>();
            for (int i = 0; i < groups.size(); i++) {
                byGroup.put(groups.get(i), found.get(i + 1));
            }
            tell(ui, mine, () -> {
                report = found.getFirst();
                rows = byGroup;
                state = State.DONE;
            });
        } catch (CancellationException e) {
            // Whoever cancelled it has said so.
        } catch (RuntimeException e) {
            String words = Failures.words(e);
            tell(ui, mine, () -> {
                state = State.FAILED;
                failure = words;
            });
        }
    }

    /** Criteria whose workloads are counted, each once. */
    private static List<Group> groups(Policy policy) {
        return policy.sections().stream()
                .flatMap(section -> section.groups().stream())
                .distinct()
                .limit(MOST_ROWS)
                .toList();
    }

    private static Policy alone(Policy policy, Group group) {
        return new Policy(
                UUID.randomUUID(),
                "One criterion of a draft",
                policy.severity(),
                true,
                policy.stages(),
                List.of(),
                "",
                "",
                "",
                List.of(new Policy.Section("", List.of(group))),
                policy.scopes(),
                List.of(),
                List.of(),
                List.of());
    }

    private void tell(UI ui, int mine, Runnable change) {
        try {
            ui.access(() -> {
                if (generation.get() == mine) {
                    change.run();
                    listeners.forEach(Runnable::run);
                }
            });
        } catch (UIDetachedException e) {
            generation.incrementAndGet();
        }
    }

    private void become(State to, String why) {
        state = to;
        failure = why;
        listeners.forEach(Runnable::run);
    }
}
