package dev.breakwater.engine.machine.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kernel is told to write down what happens. A rule that writes down more than is asked for is as good.
 *
 * @param watches paths whose writing and changes of attributes are written down
 * @param perms the ways of access to the paths, such as {@code wa}
 * @param calls system calls that are written down, each of them on each of {@code arches}
 * @param filters conditions that a rule may have beside its architecture, such as {@code auid>=1000}
 */
record AuditRule(List<String> watches, String perms, List<String> calls, List<String> arches, Set<String> filters)
        implements Rule {

    private static final List<String> FILES = List.of("/etc/audit/rules.d/*.rules", "/etc/audit/audit.rules");

    /** A line as the kernel is given it. */
    private record Line(Set<String> calls, Set<String> fields, String arch) {}

    @Override
    public Answer ask(MachineFacts facts) {
        List<Line> lines = new ArrayList<>();
        List<String> watched = new ArrayList<>();
        List<Answer> unknown = new ArrayList<>();
        for (String pattern : FILES) {
            MachineFacts.Matched matched = facts.matching(pattern);
            matched.unknown().forEach(at -> unknown.add(Answer.unknown("audit", at.path(), at.why())));
            for (MachineFacts.At at : matched.present()) {
                if (at.text().isEmpty()) {
                    unknown.add(Answer.unknown("audit", at.path(), at.why()));
                }
                at.text()
                        .ifPresent(text -> text.lines().map(String::strip).forEach(line -> read(line, lines, watched)));
            }
        }
        List<String> missing = new ArrayList<>();
        watches.stream().filter(path -> !isWatched(path, lines, watched)).forEach(missing::add);
        for (String arch : arches) {
            calls.stream()
                    .filter(call -> lines.stream().noneMatch(line -> writesDown(line, call, arch)))
                    .forEach(call -> missing.add(call + " (" + arch + ")"));
        }
        if (!missing.isEmpty() && !unknown.isEmpty()) {
            return Answer.all(unknown);
        }
        boolean holds = missing.isEmpty();
        return Answer.of(
                holds,
                new Found(
                        "audit",
                        holds ? "written down" : "",
                        "written down: " + String.join(", ", watches) + String.join(", ", calls),
                        "/etc/audit/rules.d",
                        holds
                                ? "All of it is written down."
                                : "No rule writes down " + String.join(", ", missing) + "."));
    }

    private static void read(String line, List<Line> lines, List<String> watched) {
        List<String> words = Arrays.asList(line.split("\\s+"));
        Set<String> called = new HashSet<>();
        Set<String> fields = new HashSet<>();
        String arch = "";
        boolean always = false;
        for (int i = 0; i + 1 < words.size(); i++) {
            String next = words.get(i + 1);
            switch (words.get(i)) {
                case "-w" -> {
                    int p = words.indexOf("-p");
                    watched.add(next.replaceAll("(?<=.)/+$", "")
                            + " "
                            + (p < 0 || p + 1 >= words.size() ? "rwxa" : words.get(p + 1)));
                }
                case "-a", "-A" -> always = next.equals("always,exit") || next.equals("exit,always");
                case "-S" -> called.addAll(Arrays.asList(next.split(",")));
                case "-C" -> fields.add(next);
                case "-F" -> {
                    if (next.startsWith("arch=")) {
                        arch = next.substring("arch=".length());
                    } else if (!next.startsWith("key=")) {
                        fields.add(normal(next));
                    }
                }
                default -> {
                    // Keys and what else a line says make no difference to what it writes down.
                }
            }
        }
        if (always) {
            lines.add(new Line(called, fields, arch));
        }
    }

    static String normal(String field) {
        return field.replace("4294967295", "unset").replace("=-1", "=unset");
    }

    private boolean writesDown(Line line, String call, String arch) {
        return (line.arch().isEmpty() || line.arch().equals(arch))
                && (line.calls().contains(call) || line.calls().contains("all"))
                && filters.containsAll(line.fields());
    }

    private boolean isWatched(String path, List<Line> lines, List<String> watched) {
        for (String watch : watched) {
            int blank = watch.lastIndexOf(' ');
            if (covers(watch.substring(0, blank), path) && hasPerms(watch.substring(blank + 1))) {
                return true;
            }
        }
        return lines.stream().anyMatch(line -> watches(line, path));
    }

    private boolean watches(Line line, String path) {
        String perm = "rwxa";
        boolean covered = false;
        Set<String> others = new HashSet<>();
        for (String field : line.fields()) {
            String value = field.substring(field.indexOf('=') + 1);
            if (field.startsWith("path=")) {
                covered = value.equals(path);
            } else if (field.startsWith("dir=")) {
                covered = covers(value, path);
            } else if (field.startsWith("perm=")) {
                perm = value;
            } else {
                others.add(field);
            }
        }
        return covered && hasPerms(perm) && filters.containsAll(others);
    }

    private boolean hasPerms(String given) {
        return perms.chars().allMatch(perm -> given.indexOf(perm) >= 0);
    }

    private static boolean covers(String watched, String path) {
        String wanted = path.replaceAll("(?<=.)/+$", "");
        return wanted.equals(watched.replaceAll("(?<=.)/+$", ""))
                || wanted.startsWith(watched.replaceAll("/+$", "") + "/");
    }

    /** Those of a list as one set, in one spelling. */
    static Set<String> filters(List<String> written) {
        return written.stream().map(AuditRule::normal).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Stream<String> paths() {
        return FILES.stream();
    }
}
