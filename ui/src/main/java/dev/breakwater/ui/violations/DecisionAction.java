package dev.breakwater.ui.violations;

import dev.breakwater.central.detection.DecisionOutcome;
import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.BulkOutcome;
import dev.breakwater.ui.part.BulkTask;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Noun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Something that people decide of violations, one or many. */
abstract class DecisionAction implements BulkAction {

    static final Noun VIOLATIONS = new Noun("violation", "violations");

    private final String name;
    private final String icon;
    private final ViolationDesk desk;

    DecisionAction(String name, String icon, ViolationDesk desk) {
        this.name = name;
        this.icon = icon;
        this.desk = desk;
    }

    final ViolationDesk desk() {
        return desk;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String icon() {
        return icon;
    }

    @Override
    public Optional<String> refusal() {
        return desk.refusal();
    }

    /** A decision on certain violations; what it would do is asked of central, without doing it. */
    abstract class Task implements BulkTask {

        /** So that an acceptance of all that match is one acceptance. */
        private static final int ALL_AT_ONCE = 10_000;

        final List<UUID> ids;

        Task(List<UUID> ids) {
            this.ids = ids;
        }

        @Override
        public String question() {
            return name + " " + VIOLATIONS.of(ids.size()) + "?";
        }

        @Override
        public String confirm() {
            return name + " " + Counted.number(ids.size());
        }

        @Override
        public int block() {
            return ALL_AT_ONCE;
        }

        /** What a trial run says, in sentences. */
        final List<String> told(DecisionOutcome trial, String changes) {
            List<String> told = new ArrayList<>();
            if (trial.changed() > 0) {
                told.add(VIOLATIONS.of(trial.changed()) + (trial.changed() == 1 ? " is " : " are ") + changes);
            }
            if (trial.unchanged() > 0) {
                told.add(VIOLATIONS.of(trial.unchanged()) + " " + (trial.unchanged() == 1 ? "is" : "are")
                        + " so already.");
            }
            trial.refused()
                    .forEach(refusal -> told.add(VIOLATIONS.of(refusal.violations())
                            + (refusal.violations() == 1 ? " stays as it is: " : " stay as they are: ")
                            + refusal.reason()));
            return told;
        }

        final BulkOutcome done(DecisionOutcome done) {
            List<String> failures = done.refused().stream()
                    .map(refusal -> VIOLATIONS.of(refusal.violations()) + ": " + refusal.reason())
                    .toList();
            UUID id = done.id();
            return new BulkOutcome(
                    done.changed(),
                    done.unchanged(),
                    failures,
                    id == null
                            ? Optional.empty()
                            : Optional.of(() -> desk.triage().undo(id, desk.reader())));
        }
    }
}
