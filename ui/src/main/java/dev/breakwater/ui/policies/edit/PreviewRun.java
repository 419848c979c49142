package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import dev.breakwater.central.detection.DryRunReport;
import dev.breakwater.central.detection.DryRuns;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.policies.draft.PolicyDraft;
import java.util.ArrayList;
import java.util.List;
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
            DryRunReport found = runs.run(policy, scope, progress);
            tell(ui, mine, () -> {
                report = found;
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
