package dev.breakwater.engine.machine.rule;

import dev.breakwater.engine.machine.MachineEvidence.FileFact;
import dev.breakwater.engine.machine.rule.Components.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who owns files and who may do what with them. Every one that is there is judged, or the first one only.
 *
 * @param files paths or patterns
 * @param named the option of a component that names the file; where it is given the others are not asked
 * @param mode the bits that may be set at most, {@code null} = whatever
 * @param owners allowed, empty = whoever
 * @param first whether only the first pattern counts of which there is something
 * @param ifAbsent what it is where none of them is there
 */
record FileRule(
        List<String> files,
        @Nullable Named named,
        @Nullable Integer mode,
        List<String> owners,
        List<String> groups,
        boolean first,
        Answer.State ifAbsent)
        implements Rule {

    private static final int PERMISSIONS = 07777;

    /** An option that names a file. */
    record Named(String component, String option) {}

    @Override
    public Answer ask(MachineFacts facts) {
        List<String> asked = files;
        if (named != null) {
            Components.Running running = facts.components().of(named.component());
            if (running.state() == Components.State.UNKNOWN) {
                return Answer.unknown("processes", "", running.why());
            }
            List<String> paths = running.instances().stream()
                    .map(Instance::options)
                    .map(options -> options.last(named.option(), false))
                    .flatMap(Optional::stream)
                    .filter(path -> path.startsWith("/"))
                    .toList();
            asked = paths.isEmpty() ? files : paths;
        }
        List<Answer> answers = new ArrayList<>();
        for (String pattern : asked) {
            if (first && !answers.isEmpty()) {
                break;
            }
            MachineFacts.Matched matched = facts.matching(pattern);
            matched.present().forEach(at -> answers.add(judge(at)));
            matched.unknown().forEach(at -> answers.add(Answer.unknown("file", at.path(), at.why())));
        }
        if (!answers.isEmpty()) {
            return Answer.all(answers);
        }
        String all = String.join(", ", asked);
        return new Answer(
                ifAbsent,
                List.of(new Found(
                        "file", "absent", words(), all, "There is no " + String.join(" and no ", asked) + ".")));
    }

    private Answer judge(MachineFacts.At at) {
        FileFact file = at.fact();
        if (file == null || file.mode() < 0) {
            return Answer.unknown("file", at.path(), at.why());
        }
        boolean holds = (mode == null || (file.mode() & PERMISSIONS & ~mode) == 0)
                && (owners.isEmpty() || owners.contains(file.owner()))
                && (groups.isEmpty() || groups.contains(file.group()));
        String found = (mode == null ? "" : file.permissions() + " ") + file.owner() + ":" + file.group();
        return Answer.of(
                holds,
                new Found(
                        mode == null ? "owner" : "mode",
                        found,
                        words(),
                        at.path(),
                        at.path() + " is " + found + (holds ? "." : "; it is to be " + words() + ".")));
    }

    private String words() {
        List<String> words = new ArrayList<>();
        if (mode != null) {
            words.add(Integer.toOctalString(mode) + " or less");
        }
        if (!owners.isEmpty() || !groups.isEmpty()) {
            words.add((owners.isEmpty() ? "*" : String.join("|", owners))
                    + ":"
                    + (groups.isEmpty() ? "*" : String.join("|", groups)));
        }
        return words.isEmpty() ? "there" : String.join(" ", words);
    }

    @Override
    public Stream<String> paths() {
        return files.stream();
    }
}
