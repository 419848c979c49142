package dev.breakwater.ui.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A task under way: block after block, so that its progress can be shown and it can be stopped between two of them. */
final class BulkRun {

    private final BulkTask task;
    private final List<UUID> ids;
    private final String reason;
    private final List<Runnable> undos = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private int done;
    private int changed;
    private int unchanged;
    private boolean undoable = true;

    BulkRun(BulkTask task, List<UUID> ids, String reason) {
        this.task = task;
        this.ids = List.copyOf(ids);
        this.reason = reason.strip();
    }

    /** Does the next block. */
    void step() {
        List<UUID> block = ids.subList(done, Math.min(ids.size(), done + task.block()));
        BulkOutcome outcome = task.apply(block, reason);
        done += block.size();
        changed += outcome.changed();
        unchanged += outcome.unchanged();
        failures.addAll(outcome.failures());
        outcome.undo().ifPresent(undos::add);
        undoable &= outcome.changed() == 0 || outcome.undo().isPresent();
    }

    boolean isFinished() {
        return done >= ids.size();
    }

    /** From 0 to 1. */
    double progress() {
        return (double) done / ids.size();
    }

    /** What came of it so far. */
    String words(Noun noun) {
        List<String> parts = new ArrayList<>();
        parts.add(noun.of(changed) + " changed");
        if (unchanged > 0) {
            parts.add(Counted.number(unchanged) + " already so");
        }
        if (!failures.isEmpty()) {
            parts.add(Counted.number(failures.size()) + " failed");
        }
        if (!isFinished()) {
            parts.add(Counted.number(ids.size() - done) + " left alone");
        }
        return String.join(", ", parts) + ".";
    }

    List<String> failures() {
        return failures;
    }

    /** Puts everything back, last block first; empty if that is not possible or nothing changed. */
    Optional<Runnable> undo() {
        return undos.isEmpty() || !undoable
                ? Optional.empty()
                : Optional.of(() -> undos.reversed().forEach(Runnable::run));
    }
}
