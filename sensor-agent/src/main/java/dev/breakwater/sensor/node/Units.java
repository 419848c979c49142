package dev.breakwater.sensor.node;

import dev.breakwater.engine.machine.MachineEvidence.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What systemd starts, by its files: those of the administrator go before those of packages. */
final class Units {

    private static final List<String> FOLDERS = List.of(
            "/etc/systemd/system",
            "/run/systemd/system",
            "/usr/local/lib/systemd/system",
            "/usr/lib/systemd/system",
            "/lib/systemd/system");
    private static final List<String> WANTED_IN = List.of("/etc/systemd/system", "/run/systemd/system");
    private static final Pattern NAME =
            Pattern.compile("[\\w:.@\\\\-]{1,200}\\.(?:service|socket|timer|mount|automount|path|target)");
    private static final String CGROUPS = "/sys/fs/cgroup";
    private static final int MOST = 5_000;
    private static final int LONGEST = 64 * 1024;

    private final Root root;
    private final Findings findings;

    Units(Root root, Findings findings) {
        this.root = root;
        this.findings = findings;
    }

    List<Unit> read() {
        Map<String, String> paths = new TreeMap<>();
        for (String folder : FOLDERS) {
            for (String name : names(folder)) {
                if (NAME.matcher(name).matches() && paths.size() < MOST) {
                    paths.putIfAbsent(name, folder + "/" + name);
                }
            }
        }
        if (paths.isEmpty()) {
            findings.unread("units", "no unit of systemd was found");
            return List.of();
        }
        Set<String> wanted = wanted();
        List<Unit> units = new ArrayList<>();
        paths.forEach((name, path) -> units.add(unit(name, path, wanted)));
        return units;
    }

    /** Names of units that a target or another unit is told to start. */
    private Set<String> wanted() {
        Set<String> wanted = new HashSet<>();
        for (String folder : WANTED_IN) {
            for (String name : names(folder)) {
                if (name.endsWith(".wants") || name.endsWith(".requires")) {
                    wanted.addAll(names(folder + "/" + name));
                }
            }
        }
        return wanted;
    }

    private Unit unit(String name, String path, Set<String> wanted) {
        try {
            String link = root.link(path);
            if (link.equals("/dev/null")) {
                return new Unit(name, "masked", active(name, ""));
            }
            String target = link.isEmpty() ? name : link.substring(link.lastIndexOf('/') + 1);
            String text = new String(root.read(path, LONGEST), StandardCharsets.UTF_8);
            if (text.isEmpty()) {
                return new Unit(name, "masked", active(name, ""));
            }
            boolean starts = wanted.contains(name) || wanted.contains(target) || isInstance(name, wanted);
            String enabled = starts ? "enabled" : text.contains("[Install]") ? "disabled" : "static";
            return new Unit(name, enabled, active(name, text));
        } catch (IOException e) {
            return new Unit(name, "", "");
        }
    }

    /** {@code getty@.service} is started as {@code getty@tty1.service}. */
    private static boolean isInstance(String name, Set<String> wanted) {
        int at = name.indexOf("@.");
        return at > 0
                && wanted.stream()
                        .anyMatch(one ->
                                one.startsWith(name.substring(0, at + 1)) && one.endsWith(name.substring(at + 1)));
    }

    /** A service runs if it has a control group; one that only ever did something once tells nothing so. */
    private String active(String name, String text) {
        if (!name.endsWith(".service")
                || name.contains("@.")
                || text.contains("Type=oneshot")
                || !root.exists(CGROUPS + "/system.slice")) {
            return "";
        }
        return root.exists(CGROUPS + "/system.slice/" + name) ? "active" : "inactive";
    }

    private List<String> names(String folder) {
        try {
            return root.names(folder);
        } catch (IOException e) {
            if (!Reasons.isAbsent(e)) {
                findings.unread("units", folder + " " + Reasons.of(e));
            }
            return List.of();
        }
    }
}
