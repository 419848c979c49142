package dev.breakwater.engine.machine.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How sign-in is put together.
 *
 * @param files of {@code /etc/pam.d}, by name
 * @param type such as {@code auth}, empty = any
 * @param with arguments that one line of the module has to have, all of them
 * @param without arguments that no line of the module may have
 */
record PamRule(List<String> files, String type, String module, List<String> with, List<String> without)
        implements Rule {

    private record Line(PamLine read, String where) {}

    @Override
    public Answer ask(MachineFacts facts) {
        List<Line> lines = new ArrayList<>();
        List<Answer> unknown = new ArrayList<>();
        for (String path : (Iterable<String>) paths()::iterator) {
            MachineFacts.At at = facts.at(path);
            if (at.seen() != MachineFacts.Seen.ABSENT && at.text().isEmpty()) {
                unknown.add(Answer.unknown("pam", path, at.why()));
            }
            facts.signIn(at).stream()
                    .filter(line -> line.isOf(type, module))
                    .forEach(line -> lines.add(new Line(line, path)));
        }
        for (Line line : lines) {
            if (without.stream().anyMatch(word -> has(line, word))) {
                return answer(false, line.read().text(), line.where());
            }
        }
        boolean met = lines.stream().anyMatch(line -> with.stream().allMatch(word -> has(line, word)));
        if (!unknown.isEmpty() && (!met || !without.isEmpty())) {
            return Answer.all(unknown);
        }
        return lines.isEmpty()
                ? answer(false, "", String.join(", ", files))
                : answer(met, lines.getFirst().read().text(), lines.getFirst().where());
    }

    private static boolean has(Line line, String word) {
        return line.read().arguments().stream()
                .anyMatch(argument -> argument.equals(word) || argument.startsWith(word + "="));
    }

    private Answer answer(boolean holds, String found, String where) {
        String expected = (type.isEmpty() ? "" : type + " ")
                + module
                + (with.isEmpty() ? "" : " with " + String.join(" ", with))
                + (without.isEmpty() ? "" : " without " + String.join(" ", without));
        return Answer.of(
                holds,
                new Found(
                        "pam",
                        found,
                        expected,
                        where,
                        found.isEmpty() ? module + " is not used there." : where + " says: " + found));
    }

    @Override
    public Stream<String> paths() {
        return files.stream().map(file -> "/etc/pam.d/" + file);
    }

    /** An argument of a module, which overrides what its file says. */
    record Argument(String file, String module, String key) implements Source {

        @Override
        public Value read(MachineFacts facts) {
            String path = "/etc/pam.d/" + file;
            MachineFacts.At at = facts.at(path);
            if (at.seen() == MachineFacts.Seen.ABSENT) {
                return Value.unset(path);
            }
            if (at.text().isEmpty()) {
                return Value.unknown(path, at.why());
            }
            return facts.signIn(at).stream()
                    .filter(line -> line.isOf("", module))
                    .flatMap(line -> line.arguments().stream())
                    .filter(argument -> argument.equals(key) || argument.startsWith(key + "="))
                    .map(argument -> argument.equals(key) ? "true" : argument.substring(key.length() + 1))
                    .reduce((first, last) -> last)
                    .map(value -> Value.set(value, path))
                    .orElseGet(() -> Value.unset(path));
        }

        @Override
        public Stream<String> paths() {
            return Stream.of("/etc/pam.d/" + file);
        }
    }
}
