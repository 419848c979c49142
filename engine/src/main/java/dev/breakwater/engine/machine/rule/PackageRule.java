package dev.breakwater.engine.machine.rule;

import java.util.List;
import java.util.Set;

/** Packages are installed, each of them, or none of them is. */
record PackageRule(List<String> names, boolean installed) implements Rule {

    @Override
    public Answer ask(MachineFacts facts) {
        Set<String> packages = facts.packages();
        List<String> there = names.stream().filter(packages::contains).toList();
        List<String> missing =
                names.stream().filter(name -> !there.contains(name)).toList();
        boolean readable = !packages.isEmpty() && !facts.unread("packages");
        if (installed ? !missing.isEmpty() && !readable : there.isEmpty() && !readable) {
            return Answer.unknown("package", "", "Which packages are installed was not read.");
        }
        boolean holds = installed ? missing.isEmpty() : there.isEmpty();
        String says = installed
                ? missing.isEmpty() ? says(names, "installed") : says(missing, "not installed")
                : there.isEmpty() ? says(names, "not installed") : says(there, "installed");
        return Answer.of(
                holds,
                new Found(
                        "package",
                        there.isEmpty() ? "not installed" : String.join(", ", there),
                        installed ? "installed" : "not installed",
                        "",
                        says));
    }

    private static String says(List<String> packages, String what) {
        if (packages.size() == 1) {
            return packages.getFirst() + " is " + what + ".";
        }
        int last = packages.size() - 1;
        return String.join(", ", packages.subList(0, last)) + " and " + packages.get(last) + " are " + what + ".";
    }
}
