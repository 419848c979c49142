package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.DryRunReport;
import dev.breakwater.central.detection.DryRunReport.Item;
import dev.breakwater.central.detection.internal.DryRunTargets.Target;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.UnknownFact;
import dev.breakwater.engine.policy.Verdict;
import dev.breakwater.engine.policy.Verdict.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Adds up what one draft would do. Of each kind only the riskiest workloads are kept, so that it stays small. Threads share it. */
final class DryRunTally {

    private static final Comparator<Item> LEAST_FIRST = Comparator.comparingDouble(
                    (Item item) -> item.risk() == null ? -1 : item.risk())
            .thenComparing(Item::cluster, Comparator.reverseOrder())
            .thenComparing(Item::namespace, Comparator.reverseOrder())
            .thenComparing(Item::workload, Comparator.reverseOrder())
            .thenComparing(Item::workloadId);

    private final Policy draft;
    private final @Nullable Integer savedVersion;
    private final int listed;
    private final PriorityQueue<Item> opening = new PriorityQueue<>(LEAST_FIRST);
    private final PriorityQueue<Item> closing = new PriorityQueue<>(LEAST_FIRST);
    private final PriorityQueue<Item> unclear = new PriorityQueue<>(LEAST_FIRST);
    private int opens;
    private int closes;
    private int stays;
    private int accepted;
    private int excluded;
    private int unknown;

    DryRunTally(Policy draft, @Nullable Integer savedVersion, int listed) {
        this.draft = draft;
        this.savedVersion = savedVersion;
        this.listed = listed;
    }

    Policy draft() {
        return draft;
    }

    /**
     * Adds what would become of one workload.
     *
     * @param judging of the workload
     * @param verdict {@code null} = it is not judged by this policy, or not at all
     * @param before the violation that is kept
     * @param change what would be written, {@code null} = nothing
     */
    synchronized void add(
            Target target,
            Judging judging,
            @Nullable Verdict verdict,
            @Nullable StoredViolation before,
            @Nullable ViolationChange change) {
        boolean open = before != null && before.open();
        State after = change != null ? change.state() : before != null ? before.state() : State.RESOLVED;
        if (after == State.OPEN && open) {
            stays++;
        } else if (after == State.OPEN) {
            opens++;
            keep(opening, target, verdict == null ? "" : found(verdict));
        } else if (open) {
            closes++;
            keep(closing, target, change == null ? "" : change.cause());
        }
        if (after == State.ACCEPTED) {
            accepted++;
        }
        if (after == State.EXCLUDED) {
            excluded++;
        }
        if (verdict != null && verdict.outcome() == Outcome.UNKNOWN) {
            unknown++;
            keep(unclear, target, missing(verdict));
        } else if (judging.failed() && draft.enabled()) {
            unknown++;
            keep(unclear, target, "The judgement failed, error " + judging.errorId() + ".");
        }
    }

    private void keep(PriorityQueue<Item> items, Target target, String message) {
        items.add(new Item(
                target.id(),
                target.cluster(),
                target.namespace(),
                target.kind(),
                target.name(),
                target.risk(),
                target.provisional(),
                message));
        if (items.size() > listed) {
            items.poll();
        }
    }

    private static String found(Verdict verdict) {
        return verdict.evidence().isEmpty() ? "" : verdict.evidence().getFirst().message();
    }

    private static String missing(Verdict verdict) {
        return verdict.unknown().stream()
                .map(UnknownFact::detail)
                .filter(detail -> !detail.isBlank())
                .findFirst()
                .orElse("A fact is missing.");
    }

    synchronized DryRunReport report(Instant asOf, int workloads, int due) {
        return new DryRunReport(
                draft.id(),
                draft.name(),
                draft.severity(),
                savedVersion,
                asOf,
                workloads,
                due,
                opens,
                closes,
                stays,
                accepted,
                excluded,
                unknown,
                riskiestFirst(opening),
                riskiestFirst(closing),
                riskiestFirst(unclear));
    }

    private static List<Item> riskiestFirst(PriorityQueue<Item> items) {
        List<Item> sorted = new ArrayList<>(items);
        sorted.sort(LEAST_FIRST.reversed());
        return sorted;
    }
}
