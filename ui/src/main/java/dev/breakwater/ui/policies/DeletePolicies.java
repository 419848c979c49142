package dev.breakwater.ui.policies;

import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.BulkOutcome;
import dev.breakwater.ui.part.BulkTask;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.Noun;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Deletes policies that people wrote, with a word about what closes; can be taken back, since their versions stay. */
final class DeletePolicies implements BulkAction {

    private static final Noun POLICIES = new Noun("policy", "policies");

    private final PolicyDesk desk;

    DeletePolicies(PolicyDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "Delete";
    }

    @Override
    public String icon() {
        return "bin";
    }

    @Override
    public Optional<String> refusal() {
        return desk.mayChange() ? Optional.empty() : Optional.of("Only administrators delete policies.");
    }

    @Override
    public BulkTask prepare(List<UUID> ids) {
        Set<UUID> chosen = new HashSet<>(ids);
        List<StoredPolicy> all = desk.policies().list().stream()
                .filter(row -> chosen.contains(row.policy().id()))
                .toList();
        return new Task(
                all.stream().filter(row -> !row.builtIn() && !row.asCode()).toList(),
                all.stream().filter(StoredPolicy::builtIn).count(),
                all.stream().filter(StoredPolicy::asCode).count());
    }

    private final class Task implements BulkTask {

        private final List<StoredPolicy> toDelete;
        private final long builtIn;
        private final long asCode;

        Task(List<StoredPolicy> toDelete, long builtIn, long asCode) {
            this.toDelete = toDelete;
            this.builtIn = builtIn;
            this.asCode = asCode;
        }

        private String what() {
            return toDelete.size() == 1
                    ? "“" + toDelete.getFirst().policy().name() + "”"
                    : POLICIES.of(toDelete.size());
        }

        @Override
        public String question() {
            return "Delete " + what() + "?";
        }

        @Override
        public List<String> preview() {
            List<String> preview = new ArrayList<>();
            if (!toDelete.isEmpty()) {
                preview.add(Counted.of(open(), "open violation closes", "open violations close")
                        + ". The exclusions that were made for " + (toDelete.size() == 1 ? "it" : "them")
                        + " go, too.");
                preview.add(
                        "The versions stay: for ten seconds by Undo, and later by REST, what is deleted comes back.");
            }
            if (builtIn > 0) {
                preview.add(Counted.of(builtIn, "policy came", "policies came")
                        + " with the product and cannot be deleted; switch off what is not wanted.");
            }
            if (asCode > 0) {
                preview.add(Counted.of(asCode, "policy is", "policies are")
                        + " applied as code and stays; it is deleted where it is written.");
            }
            return preview;
        }

        private int open() {
            int open = 0;
            for (int i = 0; i < toDelete.size(); i += SwitchPolicies.MOST_VALUES) {
                List<String> some =
                        toDelete.subList(i, Math.min(toDelete.size(), i + SwitchPolicies.MOST_VALUES)).stream()
                                .map(row -> row.policy().id().toString())
                                .toList();
                open += desk.violations().count("state:open policy:" + String.join(",", some), desk.reader());
            }
            return open;
        }

        @Override
        public Reason reason() {
            return Reason.REQUIRED;
        }

        @Override
        public boolean isComplete() {
            return !toDelete.isEmpty();
        }

        @Override
        public String confirm() {
            return "Delete " + Counted.number(toDelete.size());
        }

        /** Each by itself: one that moved in between does not keep the others. */
        @Override
        public BulkOutcome apply(List<UUID> block, String reason) {
            List<StoredPolicy> deleted = new ArrayList<>();
            List<String> failures = new ArrayList<>();
            for (StoredPolicy row : toDelete) {
                if (!block.contains(row.policy().id())) {
                    continue;
                }
                try {
                    desk.edits().delete(row.policy().id(), reason);
                    deleted.add(row);
                } catch (RuntimeException e) {
                    failures.add(row.policy().name() + ": " + Failures.words(e));
                }
            }
            Runnable undo = () ->
                    deleted.forEach(row -> desk.edits().restore(row.policy().id(), row.version(), "deletion undone"));
            return new BulkOutcome(
                    deleted.size(),
                    block.size() - deleted.size() - failures.size(),
                    failures,
                    deleted.isEmpty() ? Optional.empty() : Optional.of(undo));
        }
    }
}
