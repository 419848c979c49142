package dev.breakwater.engine.machine.rule;

import dev.breakwater.engine.machine.MachineEvidence.RunningProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which programs of a machine run in containers, and which beside them. */
final class HostPrograms {

    /** What a container's first process is a child of. */
    private static final Pattern SHIM = Pattern.compile(
            "(?:containerd-shim.*|docker-containerd-shim.*|conmon|conmonrs|shim|runsc.*|kata-.*|firecracker-.*)");

    private static final Set<String> RUNTIMES = Set.of(
            "containerd",
            "dockerd",
            "crio",
            "cri-o",
            "k3s",
            "rke2",
            "kubelite",
            "podman",
            "conmon",
            "docker-containerd");
    private static final Set<String> INTERPRETERS = Set.of("python", "perl", "ruby", "sh", "bash", "dash", "busybox");
    private static final Pattern VERSIONED = Pattern.compile("(python|perl|ruby)[\\d.]*");

    private HostPrograms() {}

    /**
     * One program that runs beside the containers.
     *
     * @param name of the program, or of the script that an interpreter runs
     * @param path of its file, empty = unreadable
     */
    record Program(String name, String path, RunningProcess process) {}

    /** The pids of what runs in containers. */
    static Set<Integer> inContainers(List<RunningProcess> processes) {
        Map<Integer, RunningProcess> byPid = new HashMap<>();
        processes.forEach(process -> byPid.put(process.pid(), process));
        Set<Integer> within = new HashSet<>();
        for (RunningProcess process : processes) {
            Set<Integer> seen = new HashSet<>();
            RunningProcess above = byPid.get(process.parent());
            while (above != null && seen.add(above.pid())) {
                if (SHIM.matcher(name(above)).matches()) {
                    within.add(process.pid());
                    break;
                }
                above = byPid.get(above.parent());
            }
        }
        return within;
    }

    /** All that run beside the containers; threads of the kernel are none. */
    static List<Program> outside(List<RunningProcess> processes) {
        Set<Integer> within = inContainers(processes);
        List<Program> programs = new ArrayList<>();
        for (RunningProcess process : processes) {
            boolean ofKernel =
                    process.executable().isEmpty() && process.arguments().isEmpty();
            if (!ofKernel && !within.contains(process.pid())) {
                String name = name(process);
                programs.add(new Program(
                        VERSIONED.matcher(name).matches() || INTERPRETERS.contains(name) ? script(process, name) : name,
                        process.executable(),
                        process));
            }
        }
        return programs;
    }

    /** What is said of a machine that runs no containers, or of which that is not known; empty = it runs some. */
    static Optional<Answer> withoutContainers(MachineFacts facts) {
        List<RunningProcess> processes = facts.evidence().processes();
        if (processes.stream().anyMatch(process -> RUNTIMES.contains(name(process)))) {
            return Optional.empty();
        }
        return Optional.of(
                processes.isEmpty() || facts.unread("processes")
                        ? Answer.unknown("processes", "", "Which programs run could not be read.")
                        : Answer.notApplicable("processes", "", "No container runtime runs on this machine."));
    }

    static String name(RunningProcess process) {
        String path = process.executable();
        if (path.isEmpty() && !process.arguments().isEmpty()) {
            // Those that write what they do into their name: "sshd: root@pts/0".
            path = process.arguments().getFirst().split("[: ]", 2)[0];
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(" (deleted)") ? name.substring(0, name.length() - " (deleted)".length()) : name;
    }

    private static String script(RunningProcess process, String interpreter) {
        for (String word : process.arguments().stream().skip(1).toList()) {
            if (!word.startsWith("-")) {
                return word.substring(word.lastIndexOf('/') + 1);
            }
        }
        Matcher versioned = VERSIONED.matcher(interpreter);
        return versioned.matches() ? versioned.group(1) : interpreter;
    }
}
