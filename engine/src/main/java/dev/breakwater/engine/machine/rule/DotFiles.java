package dev.breakwater.engine.machine.rule;

import dev.breakwater.engine.machine.MachineEvidence.Account;
import dev.breakwater.engine.machine.MachineEvidence.FileFact;
import dev.breakwater.engine.machine.MachineEvidence.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of settings in a home folder: none trusts another machine, none can be changed by others. */
final class DotFiles {

    private static final Set<String> TRUST = Set.of(".forward", ".rhosts", ".netrc", ".shosts");
    private static final int PERMISSIONS = 07777;
    private static final int OF_OWNER = 0600;
    private static final int READ_BY_ALL = 0644;

    private DotFiles() {}

    static Answer judge(MachineFacts facts, Account account) {
        String home = account.home().replaceAll("(?<=.)/+$", "");
        MachineFacts.Matched matched = facts.matching(home + "/.*");
        List<Answer> answers = new ArrayList<>();
        for (MachineFacts.At at : matched.present()) {
            FileFact file = at.fact();
            if (file != null && file.kind() == FileKind.FILE) {
                answers.add(file(at.path(), file, account));
            }
        }
        matched.unknown().forEach(at -> answers.add(Answer.unknown("file", at.path(), at.why())));
        return answers.isEmpty()
                ? Answer.of(true, new Found("file", "", "", home, "There are no files of settings in " + home + "."))
                : Answer.all(answers);
    }

    private static Answer file(String path, FileFact file, Account account) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (TRUST.contains(name)) {
            return Answer.of(false, new Found("file", "there", "absent", path, path + " trusts others."));
        }
        int most = name.endsWith("_history") ? OF_OWNER : READ_BY_ALL;
        boolean holds = (file.mode() & PERMISSIONS & ~(most | 0100)) == 0 && file.uid() == account.uid();
        String found = file.permissions() + " " + file.owner();
        return Answer.of(
                holds,
                new Found(
                        "mode",
                        found,
                        Integer.toOctalString(most) + " or less, of " + account.name(),
                        path,
                        path + " is " + found + "."));
    }
}
