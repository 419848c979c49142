package dev.breakwater.engine.machine.rule;

import dev.breakwater.engine.machine.MachineEvidence.RunningProcess;
import java.util.List;

/** Each process of a program runs as a user. */
record UserRule(String program, String user) implements Rule {

    @Override
    public Answer ask(MachineFacts facts) {
        List<RunningProcess> all = facts.evidence().processes();
        if (all.isEmpty() || facts.unread("processes")) {
            return Answer.unknown("processes", "", "Which programs run could not be read.");
        }
        List<RunningProcess> ours = all.stream()
                .filter(process -> process.executable().endsWith("/" + program))
                .toList();
        if (ours.isEmpty()) {
            return Answer.notApplicable("processes", "", program + " does not run on this machine.");
        }
        return Answer.all(ours.stream()
                .map(process -> Answer.of(
                        process.user().equals(user),
                        new Found(
                                "user",
                                process.user(),
                                user,
                                "process " + process.pid() + " (" + program + ")",
                                program + " runs as " + process.user() + ".")))
                .toList());
    }
}
