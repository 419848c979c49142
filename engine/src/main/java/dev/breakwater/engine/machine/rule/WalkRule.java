package dev.breakwater.engine.machine.rule;

import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.MachineEvidence.FileFact;
import dev.breakwater.engine.machine.MachineEvidence.FileKind;
import dev.breakwater.engine.machine.MachineEvidence.FileState;
import java.util.List;
import java.util.function.Predicate;

/** What holds of all files of the machine, which were walked for it. */
record WalkRule(Question question) implements Rule {

    /** What is asked. */
    enum Question {
        /** No file is changed by everybody, and in folders of everybody nobody deletes what is another's. */
        WORLD_WRITABLE,
        /** Each file belongs to an account and a group that there are. */
        UNOWNED
    }

    private static final int EVERYBODY_WRITES = 02;
    private static final int STICKY = 01000;
    private static final int MOST_NAMED = 10;

    @Override
    public Answer ask(MachineFacts facts) {
        Predicate<FileFact> bad = question == Question.WORLD_WRITABLE ? WalkRule::isOpen : WalkRule::isUnowned;
        List<FileFact> found = facts.evidence().files().stream()
                .filter(file -> file.state() == FileState.PRESENT && !ofKernel(file.path()))
                .filter(bad)
                .toList();
        if (!found.isEmpty()) {
            return new Answer(
                    Answer.State.FAILS,
                    found.stream().limit(MOST_NAMED).map(this::tell).toList());
        }
        if (!facts.evidence().looked().contains(MachineEvidence.WALK) || facts.unread(MachineEvidence.WALK)) {
            return Answer.unknown("files", "/", "Not all files of the machine were looked at.");
        }
        return Answer.of(true, new Found("files", "", "none", "/", "There is no such file."));
    }

    private static boolean ofKernel(String path) {
        return path.startsWith("/proc/")
                || path.startsWith("/sys/")
                || path.startsWith("/dev/")
                || path.startsWith("/run/");
    }

    private static boolean isOpen(FileFact file) {
        return (file.mode() & EVERYBODY_WRITES) != 0
                && (file.kind() == FileKind.FILE || file.kind() == FileKind.DIRECTORY && (file.mode() & STICKY) == 0);
    }

    private static boolean isUnowned(FileFact file) {
        return file.owner().equals(Integer.toUnsignedString(file.uid()))
                || file.group().equals(Integer.toUnsignedString(file.gid()));
    }

    private Found tell(FileFact file) {
        boolean open = question == Question.WORLD_WRITABLE;
        String value = open ? file.permissions() : file.owner() + ":" + file.group();
        return new Found(
                open ? "mode" : "owner",
                value,
                open ? "not for everybody" : "an account and a group",
                file.path(),
                open ? file.path() + " can be changed by everybody." : file.path() + " belongs to nobody.");
    }
}
