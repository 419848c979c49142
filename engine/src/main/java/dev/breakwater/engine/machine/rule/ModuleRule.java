package dev.breakwater.engine.machine.rule;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A kernel module cannot be used: the kernel has none, or it is neither loaded nor can it be, by name or by what needs it.
 *
 * @param folder where it lies below the folder of the kernel's modules, such as {@code fs/cramfs}
 */
record ModuleRule(String name, String folder) implements Rule {

    private static final List<String> CONFIGURATION = List.of(
            "/usr/lib/modprobe.d/*.conf",
            "/usr/local/lib/modprobe.d/*.conf",
            "/run/modprobe.d/*.conf",
            "/etc/modprobe.d/*.conf");

    @Override
    public Answer ask(MachineFacts facts) {
        String spelled = name.replace('-', '_');
        if (facts.evidence().modules().contains(spelled)) {
            return Answer.of(
                    false,
                    new Found("module", "loaded", "not loaded", "/proc/modules", "The module " + name + " is loaded."));
        }
        if (facts.unread("modules")) {
            return Answer.unknown("module", "/proc/modules", "Which modules are loaded could not be read.");
        }
        String kernel = "/lib/modules/" + facts.evidence().machine().kernel();
        String path = kernel + "/kernel/" + folder;
        if (facts.at(kernel).seen() == MachineFacts.Seen.PRESENT
                && facts.at(path).seen() == MachineFacts.Seen.ABSENT) {
            return Answer.of(
                    true, new Found("module", "absent", "not usable", path, "The kernel has no module " + name + "."));
        }
        Answer kept = kept(facts, spelled.replace("_", "[-_]"));
        boolean known = facts.at(kernel).seen() == MachineFacts.Seen.PRESENT
                && facts.at(path).seen() == MachineFacts.Seen.PRESENT;
        return kept.state() == Answer.State.FAILS && !known
                ? Answer.unknown(
                        "module",
                        path,
                        "Whether the kernel has the module " + name
                                + " was not seen, and its configuration does not keep it out.")
                : kept;
    }

    private Answer kept(MachineFacts facts, String expression) {
        Pattern noInstall = Pattern.compile("^install\\s+" + expression + "\\s+(/usr)?/bin/(true|false)\\s*$");
        Pattern denied = Pattern.compile("^blacklist\\s+" + expression + "\\s*$");
        String byName = "";
        String byAlias = "";
        List<Answer> unknown = new ArrayList<>();
        for (String pattern : CONFIGURATION) {
            MachineFacts.Matched matched = facts.matching(pattern);
            matched.unknown().forEach(at -> unknown.add(Answer.unknown("module", at.path(), at.why())));
            for (MachineFacts.At at : matched.present()) {
                for (String line :
                        (Iterable<String>) at.text().orElse("").lines().map(String::strip)::iterator) {
                    byName = noInstall.matcher(line).find() ? at.path() : byName;
                    byAlias = denied.matcher(line).find() ? at.path() : byAlias;
                }
            }
        }
        if (!byName.isEmpty() && !byAlias.isEmpty()) {
            return Answer.of(
                    true,
                    new Found("module", "kept out", "not usable", byName, "The module " + name + " is kept out."));
        }
        if (!unknown.isEmpty()) {
            return Answer.all(unknown);
        }
        String missing = byName.isEmpty() ? "install " + name + " /bin/false" : "blacklist " + name;
        return Answer.of(
                false,
                new Found(
                        "module",
                        "usable",
                        "install " + name + " /bin/false; blacklist " + name,
                        "/etc/modprobe.d",
                        "The module " + name + " can be loaded: there is no line \"" + missing + "\"."));
    }

    @Override
    public Stream<String> paths() {
        return Stream.concat(CONFIGURATION.stream(), Stream.of("/lib/modules/*", "/lib/modules/*/kernel/" + folder));
    }
}
