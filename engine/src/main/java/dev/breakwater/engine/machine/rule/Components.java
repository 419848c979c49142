package dev.breakwater.engine.machine.rule;

import dev.breakwater.engine.machine.MachineEvidence.RunningProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which programs of a known name run on a machine, and with which options. */
final class Components {

    /** The names of programs by the name of the component. Names that others use too, such as {@code scheduler}, are left out. */
    private static final Map<String, List<String>> PROGRAMS = Map.of(
            "apiserver", List.of("kube-apiserver"),
            "controller-manager", List.of("kube-controller-manager"),
            "scheduler", List.of("kube-scheduler"),
            "etcd", List.of("etcd"),
            "kubelet", List.of("kubelet"),
            "proxy", List.of("kube-proxy"),
            "dockerd", List.of("dockerd"),
            "containerd", List.of("containerd"));

    /** As the first argument of {@code hyperkube} names them. */
    private static final Map<String, List<String>> OF_HYPERKUBE = Map.of(
            "apiserver", List.of("apiserver", "kube-apiserver"),
            "controller-manager", List.of("controller-manager", "kube-controller-manager"),
            "scheduler", List.of("scheduler", "kube-scheduler"),
            "kubelet", List.of("kubelet"),
            "proxy", List.of("proxy", "kube-proxy"));

    /** The options of k3s that hand options on. */
    private static final Map<String, String> OPTION_OF_K3S = Map.of(
            "apiserver", "kube-apiserver-arg",
            "controller-manager", "kube-controller-manager-arg",
            "scheduler", "kube-scheduler-arg",
            "etcd", "etcd-arg",
            "kubelet", "kubelet-arg",
            "proxy", "kube-proxy-arg");

    private static final Set<String> NAMES = Stream.concat(
                    PROGRAMS.values().stream().flatMap(List::stream), Stream.of("hyperkube", "kubelite", "k3s"))
            .collect(Collectors.toUnmodifiableSet());

    private static final List<String> ON_EACH_NODE = List.of("kubelet", "proxy");
    private static final String ETCD_OF_K3S = "/var/lib/rancher/k3s/server/db/etcd";

    /** Whether a component runs. */
    enum State {
        RUNS,
        /** All that runs is known, and it does not. */
        ABSENT,
        UNKNOWN
    }

    /**
     * One running component.
     *
     * @param within whether another program runs it inside itself, so that options which are not handed on cannot be seen
     */
    record Instance(String name, CommandLine options, String where, boolean within) {}

    /**
     * What is known of a component.
     *
     * @param why in words, of what does not run or is unknown
     */
    record Running(State state, List<Instance> instances, String why) {}

    private final MachineFacts facts;
    private final Map<String, Running> known = new HashMap<>();

    Components(MachineFacts facts) {
        this.facts = facts;
    }

    static boolean knows(String name) {
        return PROGRAMS.containsKey(name);
    }

    /** Whether a process is, or runs, any of them. */
    static boolean isOne(RunningProcess process) {
        return NAMES.contains(program(process));
    }

    Running of(String name) {
        return known.computeIfAbsent(name, this::find);
    }

    private Running find(String name) {
        List<RunningProcess> processes = facts.evidence().processes();
        List<Instance> instances = new ArrayList<>();
        boolean perhaps = false;
        for (RunningProcess process : processes) {
            String program = program(process);
            List<String> arguments = process.arguments();
            if (PROGRAMS.getOrDefault(name, List.of()).contains(program)) {
                instances.add(new Instance(name, CommandLine.of(arguments), where(process, program), false));
            } else if (program.equals("hyperkube")
                    && arguments.size() > 1
                    && OF_HYPERKUBE.getOrDefault(name, List.of()).contains(arguments.get(1))) {
                instances.add(new Instance(
                        name,
                        CommandLine.of(arguments.subList(1, arguments.size())),
                        where(process, program + " " + arguments.get(1)),
                        false));
            } else if (program.equals("kubelite") && OPTION_OF_K3S.containsKey(name) && !name.equals("etcd")) {
                instances.add(new Instance(name, CommandLine.of(List.of()), where(process, program), true));
            } else if (program.equals("k3s") && OPTION_OF_K3S.containsKey(name)) {
                MachineFacts.Seen inside = inK3s(name, String.join(" ", arguments));
                if (inside == MachineFacts.Seen.PRESENT) {
                    instances.add(new Instance(name, handedOn(name, arguments), where(process, program), true));
                }
                perhaps |= inside == MachineFacts.Seen.NOT_LOOKED || inside == MachineFacts.Seen.UNREADABLE;
            }
        }
        if (!instances.isEmpty()) {
            return new Running(State.RUNS, instances, "");
        }
        if (processes.isEmpty() || facts.unread("processes") || perhaps) {
            return new Running(State.UNKNOWN, List.of(), "Which programs run could not be read.");
        }
        if (facts.expects(name)) {
            return new Running(
                    State.UNKNOWN,
                    List.of(),
                    "The cluster knows this machine by its " + words(name)
                            + ", and the look at the machine shows none.");
        }
        return new Running(State.ABSENT, List.of(), words(name) + " does not run on this machine.");
    }

    private MachineFacts.Seen inK3s(String name, String line) {
        boolean server = line.contains(" server");
        boolean agent = line.contains(" agent");
        if (name.equals("etcd")) {
            return server ? facts.at(ETCD_OF_K3S).seen() : MachineFacts.Seen.ABSENT;
        }
        return server || agent && ON_EACH_NODE.contains(name) ? MachineFacts.Seen.PRESENT : MachineFacts.Seen.ABSENT;
    }

    private static CommandLine handedOn(String name, List<String> arguments) {
        List<String> options = new ArrayList<>(List.of("k3s"));
        CommandLine.of(arguments)
                .all(OPTION_OF_K3S.getOrDefault(name, ""), false)
                .forEach(option -> options.add("--" + option));
        return CommandLine.of(options);
    }

    private static String program(RunningProcess process) {
        String path = process.executable().isEmpty() && !process.arguments().isEmpty()
                ? process.arguments().getFirst().split(" ", 2)[0]
                : process.executable();
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(" (deleted)") ? name.substring(0, name.length() - " (deleted)".length()) : name;
    }

    private static String where(RunningProcess process, String program) {
        return "process " + process.pid() + " (" + program + ")";
    }

    static String words(String name) {
        return String.join(" or ", PROGRAMS.getOrDefault(name, List.of(name)));
    }
}
