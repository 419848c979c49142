package dev.breakwater.sensor.node;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.kubernetes.SecretGuard;
import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.MachineEvidence.Machine;
import dev.breakwater.engine.machine.MachineEvidence.Mount;
import dev.breakwater.engine.machine.MachineEvidence.RunningProcess;
import dev.breakwater.scanner.MachineCodec;
import dev.breakwater.scanner.system.OsRelease;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One look at a machine. */
public final class MachineLook {

    private static final int LONGEST_NAME = 253;

    private final Root root;
    private final SecretGuard guard;
    private final String collector;
    private final InstantSource clock;

    /**
     * @param folder the machine's root
     * @param guard tells what looks secret
     * @param collector the version that looks
     */
    public MachineLook(Path folder, SecretGuard guard, String collector, InstantSource clock) {
        this.root = new Root(folder);
        this.guard = guard;
        this.collector = collector;
        this.clock = clock;
    }

    /**
     * Looks at everything.
     *
     * @param name of the machine as its cluster knows it, empty = as it calls itself
     */
    public MachineEvidence look(String name) {
        var at = clock.instant();
        Findings findings = new Findings();
        TextRedaction texts = new TextRedaction(guard);
        Accounts accounts = new Accounts(root, findings);
        FileLook files =
                new FileLook(root, new FileText(root, texts), findings, accounts.users(), accounts.groupNames());
        LookedPaths.all().forEach(files::look);
        Kernel kernel = new Kernel(root, findings);
        List<RunningProcess> processes = new Processes(root, texts, findings, accounts.users()).read();
        NamedFiles named = new NamedFiles(root, files, findings);
        named.ofProcesses(processes);
        named.ofAccounts(accounts.accounts());
        List<Mount> mounts = kernel.mounts();
        List<InstalledPackage> packages = new HostPackages(root, findings).read();
        Map<String, String> parameters = kernel.parameters();
        List<String> modules = kernel.modules();
        Map<String, String> documents = new DockerApi(root, new JsonRedaction(texts), findings).read();
        new FileWalk(root, files, findings, FileWalk.Bounds.USUAL).walk(mounts);
        return fitted(new MachineEvidence(
                MachineEvidence.FORMAT,
                collector,
                at,
                machine(name, parameters, packages),
                processes,
                new ArrayList<>(files.files()),
                files.looked(),
                parameters,
                modules,
                mounts,
                accounts.accounts(),
                accounts.groups(),
                new Units(root, findings).read(),
                packages,
                documents,
                findings.all()));
    }

    /** What is too large as a whole goes without the largest part that can be missed, and tells so. */
    private static MachineEvidence fitted(MachineEvidence evidence) {
        try {
            MachineCodec.write(evidence);
            return evidence;
        } catch (IllegalArgumentException e) {
            List<MachineEvidence.Unread> unread = new ArrayList<>(evidence.unread());
            String reason = "the evidence would be larger than " + MachineCodec.MOST + " bytes";
            evidence.documents().keySet().forEach(name -> unread.add(new MachineEvidence.Unread(name, reason)));
            unread.add(new MachineEvidence.Unread("processes", "only some of them: " + reason));
            return new MachineEvidence(
                    evidence.format(),
                    evidence.collector(),
                    evidence.collectedAt(),
                    evidence.machine(),
                    evidence.processes().stream().limit(1_000).toList(),
                    evidence.files(),
                    evidence.looked(),
                    evidence.kernelParameters(),
                    evidence.modules(),
                    evidence.mounts(),
                    evidence.accounts(),
                    evidence.groups(),
                    evidence.units(),
                    evidence.packages(),
                    Map.of(),
                    unread);
        }
    }

    private Machine machine(String name, Map<String, String> parameters, List<InstalledPackage> packages) {
        String own = root.isOwn() ? parameters.getOrDefault("kernel.hostname", "") : line("/etc/hostname");
        String hostname = !name.isEmpty() ? name : own.isEmpty() ? line("/etc/hostname") : own;
        return new Machine(
                hostname.length() > LONGEST_NAME ? hostname.substring(0, LONGEST_NAME) : hostname,
                line("/etc/machine-id"),
                parameters.getOrDefault("kernel.random.boot_id", ""),
                architecture(parameters, packages),
                parameters.getOrDefault("kernel.osrelease", ""),
                system());
    }

    private static String architecture(Map<String, String> parameters, List<InstalledPackage> packages) {
        if (!parameters.isEmpty()) {
            String arch = System.getProperty("os.arch", "");
            return arch.equals("aarch64") ? "arm64" : arch;
        }
        return packages.stream()
                .map(InstalledPackage::arch)
                .filter(arch -> !arch.isEmpty() && !List.of("all", "noarch").contains(arch))
                .findFirst()
                .orElse("");
    }

    private @Nullable OperatingSystem system() {
        for (String path : List.of("/etc/os-release", "/usr/lib/os-release")) {
            try {
                return new OsRelease().read(root.read(path, FileText.MOST));
            } catch (IOException e) {
                // The other one may be there.
                continue;
            }
        }
        return null;
    }

    /** The first line of a small file, empty if it is not there. */
    private String line(String path) {
        try {
            return new String(root.read(path, LONGEST_NAME), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
