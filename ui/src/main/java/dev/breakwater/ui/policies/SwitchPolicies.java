package dev.breakwater.ui.policies;

import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.BulkOutcome;
import dev.breakwater.ui.part.BulkTask;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Noun;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Switches many policies on or off. */
final class SwitchPolicies implements BulkAction {

    private static final Noun POLICIES = new Noun("policy", "policies");

    private final PolicyDesk desk;
    private final boolean on;

    SwitchPolicies(PolicyDesk desk, boolean on) {
        this.desk = desk;
        this.on = on;
    }

    @Override
    public String name() {
        return "Switch " + word();
    }

    @Override
    public String icon() {
        return on ? "check" : "cross";
    }

    @Override
    public Optional<String> refusal() {
        return desk.mayChange() ? Optional.empty() : Optional.of("Only administrators switch policies.");
    }

    @Override
    public BulkTask prepare(List<UUID> ids) {
        Set<UUID> chosen = new HashSet<>(ids);
        List<StoredPolicy> toSwitch = desk.policies().list().stream()
                .filter(row ->
                        chosen.contains(row.policy().id()) && row.policy().enabled() != on)
                .toList();
        String what =
                toSwitch.size() == 1 ? "“" + toSwitch.getFirst().policy().name() + "”" : POLICIES.of(toSwitch.size());
        return new Task(toSwitch.stream().map(row -> row.policy().id()).toList(), what, ids.size() - toSwitch.size());
    }

    private String word() {
        return on ? "on" : "off";
    }

    private final class Task implements BulkTask {

        private final List<UUID> toSwitch;
        private final String what;
        private final int already;

        Task(List<UUID> toSwitch, String what, int already) {
            this.toSwitch = toSwitch;
            this.what = what;
            this.already = already;
        }

        @Override
        public String question() {
            return name() + " " + what + "?";
        }

        @Override
        public List<String> preview() {
            List<String> preview = new ArrayList<>();
            if (!toSwitch.isEmpty()) {
                preview.add(
                        on
                                ? "Every workload is judged again by " + what + "; what is found opens as violations."
                                : Counted.of(open(), "open violation closes", "open violations close")
                                        + ". Until switched on again, nothing is judged by " + what + ".");
            }
            if (already > 0) {
                preview.add(Counted.of(already, "policy is ", "policies are ") + word() + " already.");
            }
            return preview;
        }

        private int open() {
            int open = 0;
            for (int i = 0; i < toSwitch.size(); i += MOST_VALUES) {
                List<String> some = toSwitch.subList(i, Math.min(toSwitch.size(), i + MOST_VALUES)).stream()
                        .map(UUID::toString)
                        .toList();
                open += desk.violations().count("state:open policy:" + String.join(",", some), desk.reader());
            }
            return open;
        }

        /** What falls silent is told why. */
        @Override
        public Reason reason() {
            return on ? Reason.OPTIONAL : Reason.REQUIRED;
        }

        @Override
        public String confirm() {
            return name() + " " + Counted.number(toSwitch.size());
        }

        @Override
        public BulkOutcome apply(List<UUID> block, String reason) {
            List<UUID> switched = desk.policies().switchAll(block, on, reason).stream()
                    .map(StoredPolicy::policy)
                    .map(policy -> policy.id())
                    .toList();
            return BulkOutcome.changed(
                    switched.size(),
                    block.size() - switched.size(),
                    () -> desk.policies().switchAll(switched, !on, "undone"));
        }
    }

    /** A term of a filter takes as many values. */
    static final int MOST_VALUES = 50;
}
