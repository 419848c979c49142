package dev.breakwater.engine.machine.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kernel parameter is so now, and is so after the next start: what runs and what is written down have to be as demanded. Of files
 * of the same name the one in {@code /etc} counts, and of all files the last by name, as {@code systemd-sysctl} reads them.
 */
record SysctlRule(String name, List<String> allowed) implements Rule {

    /** The stronger folders last. */
    private static final List<String> FOLDERS =
            List.of("/usr/lib/sysctl.d", "/usr/local/lib/sysctl.d", "/run/sysctl.d", "/etc/sysctl.d");

    private static final String MAIN = "/etc/sysctl.conf";

    @Override
    public Answer ask(MachineFacts facts) {
        Map<String, String> running = facts.evidence().kernelParameters();
        String now = running.get(name);
        if (now == null) {
            boolean withoutIpv6 = name.startsWith("net.ipv6.")
                    && running.keySet().stream().anyMatch(key -> key.startsWith("net.ipv4."))
                    && running.keySet().stream().noneMatch(key -> key.startsWith("net.ipv6."));
            return withoutIpv6
                    ? Answer.notApplicable(name, "/proc/sys", "The kernel has no IPv6.")
                    : Answer.unknown(name, "/proc/sys", "The kernel parameter " + name + " was not read.");
        }
        boolean holds = allowed.contains(now.strip());
        Answer runs = Answer.of(
                holds,
                new Found(
                        name,
                        now,
                        words(),
                        "/proc/sys",
                        name + " is " + now + " now" + (holds ? "." : "; it is to be " + words() + ".")));
        return Answer.all(List.of(runs, written(facts)));
    }

    private String words() {
        return String.join(" or ", allowed);
    }

    private Answer written(MachineFacts facts) {
        Map<String, MachineFacts.At> byName = new TreeMap<>();
        for (String folder : FOLDERS) {
            MachineFacts.Matched matched = facts.matching(folder + "/*.conf");
            if (!matched.unknown().isEmpty()) {
                MachineFacts.At unknown = matched.unknown().getFirst();
                return Answer.unknown(name, unknown.path(), unknown.why());
            }
            matched.present()
                    .forEach(at -> byName.put(at.path().substring(at.path().lastIndexOf('/') + 1), at));
        }
        List<MachineFacts.At> files = new ArrayList<>(byName.values());
        MachineFacts.At main = facts.at(MAIN);
        switch (main.seen()) {
            case PRESENT -> files.add(main);
            case ABSENT -> {}
            case UNREADABLE, NOT_LOOKED -> {
                return Answer.unknown(name, MAIN, main.why());
            }
        }
        String value = null;
        String where = "";
        for (MachineFacts.At at : files) {
            if (at.text().isEmpty()) {
                return Answer.unknown(name, at.path(), at.why());
            }
            String here = last(at.text().get());
            if (here != null) {
                value = here;
                where = at.path();
            }
        }
        if (value == null) {
            return Answer.of(
                    false,
                    new Found(name, "", words(), "/etc/sysctl.d", name + " is written in no file of /etc/sysctl.d."));
        }
        boolean holds = allowed.contains(value);
        return Answer.of(
                holds,
                new Found(
                        name,
                        value,
                        words(),
                        where,
                        name + " is written as " + value + (holds ? "." : "; it is to be " + words() + ".")));
    }

    private @Nullable String last(String text) {
        String value = null;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String written = line.strip();
            int equals = written.indexOf('=');
            if (equals < 0 || written.startsWith("#") || written.startsWith(";")) {
                continue;
            }
            String key = written.substring(0, equals).strip();
            key = key.startsWith("-") ? key.substring(1) : key;
            if (key.indexOf('/') >= 0 && (key.indexOf('.') < 0 || key.indexOf('/') < key.indexOf('.'))) {
                key = key.replace('.', '|').replace('/', '.').replace('|', '/');
            }
            if (key.equals(name) || PathPattern.isPattern(key) && PathPattern.matches(key, name)) {
                value = written.substring(equals + 1).strip();
            }
        }
        return value;
    }

    @Override
    public Stream<String> paths() {
        return Stream.concat(FOLDERS.stream().map(folder -> folder + "/*.conf"), Stream.of(MAIN));
    }
}
