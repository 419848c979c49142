package dev.breakwater.engine.machine.rule;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Some line of some file is so, or no line of any is. Comments are no lines unless asked for.
 *
 * @param files paths or patterns
 */
record TextRule(List<String> files, Pattern expression, boolean has, boolean comments) implements Rule {

    @Override
    public Answer ask(MachineFacts facts) {
        List<Answer> unknown = new ArrayList<>();
        for (String pattern : files) {
            MachineFacts.Matched matched = facts.matching(pattern);
            matched.unknown().forEach(at -> unknown.add(Answer.unknown("text", at.path(), at.why())));
            for (MachineFacts.At at : matched.present()) {
                if (at.fact() != null
                        && at.fact().kind() == dev.breakwater.engine.machine.MachineEvidence.FileKind.DIRECTORY) {
                    continue;
                }
                if (at.text().isEmpty()) {
                    unknown.add(Answer.unknown("text", at.path(), at.why()));
                    continue;
                }
                for (String line : (Iterable<String>) at.text().get().lines()::iterator) {
                    if ((comments || !line.stripLeading().startsWith("#"))
                            && expression.matcher(line).find()) {
                        return Answer.of(
                                has,
                                new Found(
                                        "line",
                                        line.strip(),
                                        words(),
                                        at.path(),
                                        at.path() + " says: " + line.strip()));
                    }
                }
            }
        }
        return unknown.isEmpty()
                ? Answer.of(
                        !has,
                        new Found(
                                "line",
                                "",
                                words(),
                                String.join(", ", files),
                                has ? "No line there says so." : "No line there says otherwise."))
                : Answer.all(unknown);
    }

    private String words() {
        String line = PatternWords.line(expression.pattern());
        return (has ? "a line " : "no line ") + (line.isEmpty() ? "of the form that is asked for" : line);
    }

    @Override
    public Stream<String> paths() {
        return files.stream();
    }
}
