package dev.breakwater.engine.machine.rule;

import dev.breakwater.engine.machine.MachineEvidence.Mount;
import java.util.List;

/**
 * A file system of its own is mounted at a path.
 *
 * @param option that it has to be mounted with, empty = it only has to be there
 */
record MountRule(String target, String option) implements Rule {

    @Override
    public Answer ask(MachineFacts facts) {
        List<Mount> mounts = facts.evidence().mounts();
        List<Mount> there =
                mounts.stream().filter(mount -> mount.target().equals(target)).toList();
        if (there.isEmpty()) {
            if (mounts.isEmpty() || facts.unread("mounts")) {
                return Answer.unknown("mount", "/proc/mounts", "What is mounted was not read.");
            }
            Found found = new Found(
                    "mount", "", "a file system of its own", target, target + " is no file system of its own.");
            return option.isEmpty() ? Answer.of(false, found) : new Answer(Answer.State.NOT_APPLICABLE, List.of(found));
        }
        Mount last = there.getLast();
        String options = String.join(",", last.options());
        boolean holds = option.isEmpty() || last.options().contains(option);
        String expected = option.isEmpty() ? "a file system of its own" : option;
        return Answer.of(
                holds,
                new Found(
                        "mount",
                        option.isEmpty() ? last.device() : options,
                        expected,
                        target,
                        holds
                                ? target + " is mounted from " + last.device() + "."
                                : target + " is mounted without " + option + "."));
    }
}
