package dev.breakwater.engine.machine.rule;

import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.MachineEvidence.FileFact;
import dev.breakwater.engine.machine.MachineEvidence.RunningProcess;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells whether two looks at a machine found the same. Left out is what differs from one look to the next though nothing was changed
 * and no check asks for it: the time, the numbers of ordinary processes, sizes of files, counters of the kernel, and the mounts of
 * containers.
 */
public final class EvidenceFingerprint {

    private static final Pattern COUNTERS =
            Pattern.compile("fs\\.(?:file-nr|inode-(?:nr|state)|dentry-state|aio-nr|quota\\..*)"
                    + "|kernel\\.(?:ns_last_pid|pty\\.nr|random\\.(?:entropy_avail|boot_id|uuid)|perf_.*|sched_.*)"
                    + "|net\\.netfilter\\.nf_conntrack_count|user\\.max_.*");
    private static final Pattern OF_CONTAINERS = Pattern.compile(
            "/(?:var/lib/(?:kubelet/(?:pods|plugins)|docker/|containers/|containerd/)|run/(?:containerd|netns|docker|user)/).*");

    private final MessageDigest digest;

    private EvidenceFingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The same 32 bytes for evidence of which every check says the same, at the same instant. */
    public static byte[] of(MachineEvidence evidence) {
        EvidenceFingerprint print = new EvidenceFingerprint();
        print.add(evidence.format(), String.valueOf(evidence.machine()));
        print.addAll(processes(evidence.processes()));
        print.addAll(evidence.files().stream()
                .filter(file -> !file.path().startsWith("/proc/"))
                .map(EvidenceFingerprint::line));
        print.addAll(evidence.looked().stream());
        print.addAll(evidence.kernelParameters().entrySet().stream()
                .filter(entry -> !COUNTERS.matcher(entry.getKey()).matches())
                .map(Map.Entry::toString));
        print.addAll(evidence.modules().stream());
        print.addAll(evidence.mounts().stream()
                .filter(mount -> !OF_CONTAINERS.matcher(mount.target()).matches())
                .map(String::valueOf));
        print.addAll(strings(evidence.accounts()));
        print.addAll(strings(evidence.groups()));
        print.addAll(strings(evidence.units()));
        print.addAll(strings(evidence.packages()));
        print.addAll(evidence.documents().entrySet().stream().map(Map.Entry::toString));
        print.addAll(strings(evidence.unread()));
        return print.digest.digest();
    }

    private static String line(FileFact file) {
        return String.join(
                "\n",
                file.path(),
                file.state().name(),
                file.kind().name(),
                file.mode() + ":" + file.uid() + ":" + file.gid(),
                file.owner() + ":" + file.group(),
                file.link(),
                String.valueOf(file.text()),
                file.reason());
    }

    private static Stream<String> strings(Collection<?> all) {
        return all.stream().map(String::valueOf);
    }

    private void addAll(Stream<String> texts) {
        add(texts.distinct().sorted().toArray(String[]::new));
    }

    private void add(String... texts) {
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        digest.update((byte) 0);
    }

    /**
     * What runs, as far as an answer may depend on it: each program with its arguments once, whether it runs in a container, and the
     * number of the process only where answers name it.
     */
    private static Stream<String> processes(List<RunningProcess> all) {
        Set<Integer> within = HostPrograms.inContainers(all);
        return all.stream()
                .map(process -> (Components.isOne(process) ? process.pid() + " " : "")
                        + String.join("\0", process.arguments())
                        + String.join(
                                "\n",
                                "",
                                process.executable(),
                                process.user(),
                                within.contains(process.pid()) ? "in a container" : ""));
    }
}
