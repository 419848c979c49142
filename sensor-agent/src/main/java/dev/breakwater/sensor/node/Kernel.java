package dev.breakwater.sensor.node;

import dev.breakwater.engine.machine.MachineEvidence.Mount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the kernel says: its parameters, modules and mounts. */
final class Kernel {

    private static final List<String> PARAMETERS =
            List.of("fs", "kernel", "net/core", "net/ipv4", "net/ipv6", "user", "vm");
    /** Secrets of the kernel, and what is told of each processor or device in depth. */
    private static final Pattern NOT_READ =
            Pattern.compile(".*(?:stable_secret|fastopen_key|/neigh|sched_domain|/random/uuid).*");

    private static final int MOST = 8_000;
    private static final int DEEPEST = 6;
    private static final int LONGEST = 1_024;
    private static final int LONGEST_TABLE = 4 << 20;
    private static final int READABLE = 0444;
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

    private final Root root;
    private final Findings findings;

    Kernel(Root root, Findings findings) {
        this.root = root;
        this.findings = findings;
    }

    Map<String, String> parameters() {
        Map<String, String> found = new TreeMap<>();
        if (!root.exists("/proc/sys")) {
            findings.unread("kernelParameters", "/proc/sys is not there");
            return found;
        }
        for (String folder : PARAMETERS) {
            if (folder.startsWith("net/") && !isInItsNetwork()) {
                findings.unread(
                        "kernelParameters/net",
                        "the collector is not in the network of the machine, whose values these are");
            } else {
                walk("/proc/sys/" + folder, 0, found);
            }
        }
        return found;
    }

    /** {@code /proc/sys/net} shows the reader's network, not the machine's. */
    private boolean isInItsNetwork() {
        try {
            Path theirs = Files.readSymbolicLink(root.folder().resolve("proc/1/ns/net"));
            return theirs.equals(Files.readSymbolicLink(Path.of("/proc/self/ns/net")));
        } catch (IOException e) {
            // Without rights to ask it is told by where this looks: at its own machine, or at one that was mounted.
            return root.isOwn();
        }
    }

    private void walk(String folder, int depth, Map<String, String> found) {
        List<String> names;
        try {
            names = root.names(folder);
        } catch (IOException e) {
            if (!Reasons.isAbsent(e)) {
                findings.unread("kernelParameters" + folder.substring("/proc/sys".length()), Reasons.of(e));
            }
            return;
        }
        for (String name : names) {
            String path = folder + "/" + name;
            if (found.size() == MOST) {
                findings.unread("kernelParameters", "more than " + MOST + " of them");
                return;
            }
            if (NOT_READ.matcher(path).matches()) {
                continue;
            }
            try {
                Root.Status status = root.status(path);
                switch (status.kind()) {
                    case DIRECTORY -> {
                        if (depth < DEEPEST) {
                            walk(path, depth + 1, found);
                        }
                    }
                    case FILE -> {
                        if ((status.mode() & READABLE) != 0) {
                            found.put(name(path), value(path));
                        }
                    }
                    case OTHER -> {
                        // No parameter.
                    }
                }
            } catch (IOException e) {
                if (!Reasons.isAbsent(e) && !isUnset(e)) {
                    findings.unread(name(path), Reasons.of(e));
                }
            }
        }
    }

    private static boolean isUnset(IOException problem) {
        return String.valueOf(problem.getMessage()).contains("Input/output error");
    }

    private String value(String path) throws IOException {
        return new String(root.read(path, LONGEST), StandardCharsets.UTF_8).strip();
    }

    /** As sysctl(8) writes it: a dot in the name of an interface becomes a slash. */
    private static String name(String path) {
        return path.substring("/proc/sys/".length())
                .replace('.', '\0')
                .replace('/', '.')
                .replace('\0', '/');
    }

    List<String> modules() {
        List<String> found = new ArrayList<>();
        for (String line : table("modules", "/proc/modules")) {
            found.add(line.split(" ", 2)[0]);
        }
        found.sort(null);
        return found;
    }

    List<Mount> mounts() {
        String mine = "/proc/self/mounts";
        // Those of the first process are the machine's; whoever may not ask it is in the same mounts or says nothing.
        String path = readable("/proc/1/mounts") || !root.isOwn() ? "/proc/1/mounts" : mine;
        List<Mount> found = new ArrayList<>();
        for (String line : table("mounts", path)) {
            String[] fields = line.split(" ");
            if (fields.length >= 4) {
                found.add(new Mount(plain(fields[0]), plain(fields[1]), fields[2], options(fields[2], fields[3])));
            }
        }
        return found;
    }

    private static List<String> options(String type, String text) {
        Set<String> withSecrets = Set.of("cifs", "smb3", "ceph", "9p");
        return List.of(text.split(",")).stream()
                .map(option -> withSecrets.contains(type) && option.matches("(?:pass|password|secret|credentials)=.*")
                        ? option.substring(0, option.indexOf('=') + 1) + TextRedaction.REDACTED
                        : option)
                .toList();
    }

    private boolean readable(String path) {
        try {
            return root.read(path, 1).length > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> table(String what, String path) {
        try {
            return new String(root.read(path, LONGEST_TABLE), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            findings.unread(what, path + " " + Reasons.of(e));
            return List.of();
        }
    }

    /** Spaces and the like are written in octal. */
    private static String plain(String field) {
        return OCTAL.matcher(field)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 8))));
    }
}
