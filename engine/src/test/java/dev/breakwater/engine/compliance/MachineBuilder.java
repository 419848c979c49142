package dev.breakwater.engine.compliance;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.MachineEvidence.Account;
import dev.breakwater.engine.machine.MachineEvidence.FileFact;
import dev.breakwater.engine.machine.MachineEvidence.FileKind;
import dev.breakwater.engine.machine.MachineEvidence.FileState;
import dev.breakwater.engine.machine.MachineEvidence.Group;
import dev.breakwater.engine.machine.MachineEvidence.Machine;
import dev.breakwater.engine.machine.MachineEvidence.Mount;
import dev.breakwater.engine.machine.MachineEvidence.RunningProcess;
import dev.breakwater.engine.machine.MachineEvidence.Unit;
import dev.breakwater.engine.machine.MachineEvidence.Unread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together what a look at a machine found. All paths that checks ask for were looked at, unless said otherwise. */
final class MachineBuilder {

    static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @Nullable
    OperatingSystem os = new OperatingSystem("debian", "12", "bookworm", "Debian GNU/Linux 12 (bookworm)");

    final List<RunningProcess> processes = new ArrayList<>(
            List.of(new RunningProcess(1, 0, "/usr/lib/systemd/systemd", List.of("/sbin/init"), "root")));
    final Map<String, FileFact> files = new LinkedHashMap<>();
    final List<String> looked = new ArrayList<>(MachineChecks.paths());
    final Map<String, String> kernelParameters = new HashMap<>();
    final List<String> modules = new ArrayList<>();
    final List<Mount> mounts = new ArrayList<>();
    final List<Account> accounts = new ArrayList<>();
    final List<Group> groups = new ArrayList<>();
    final List<Unit> units = new ArrayList<>();
    final List<InstalledPackage> packages = new ArrayList<>();
    final Map<String, String> documents = new HashMap<>();
    final List<Unread> unread = new ArrayList<>();

    MachineBuilder process(String... arguments) {
        return process(Arrays.asList(arguments));
    }

    MachineBuilder process(List<String> arguments) {
        String path = arguments.getFirst();
        String executable = path.startsWith("/") ? path : "/usr/local/bin/" + path;
        processes.add(new RunningProcess(100 + processes.size(), 1, executable, arguments, "root"));
        return this;
    }

    MachineBuilder file(String path, int mode, String owner, @Nullable String text) {
        String[] names = owner.split(":");
        files.put(
                path,
                new FileFact(
                        path,
                        FileState.PRESENT,
                        text == null && !path.contains(".") ? FileKind.DIRECTORY : FileKind.FILE,
                        mode,
                        names[0].equals("root") ? 0 : 1000,
                        names[1].equals("root") ? 0 : 1000,
                        names[0],
                        names[1],
                        text == null ? 0 : text.length(),
                        "",
                        "",
                        text,
                        ""));
        return this;
    }

    MachineBuilder text(String path, String text) {
        return file(path, 0644, "root:root", text);
    }

    MachineBuilder unreadable(String path) {
        files.put(
                path,
                new FileFact(
                        path, FileState.UNREADABLE, FileKind.OTHER, -1, -1, -1, "", "", 0, "", "", null, "denied"));
        return this;
    }

    MachineBuilder packages(String... names) {
        for (String name : names) {
            packages.add(new InstalledPackage(
                    name, "1.0-1", "amd64", PackageType.DEB, "", name, "1.0-1", "var/lib/dpkg/status", ""));
        }
        return this;
    }

    MachineEvidence build() {
        return new MachineEvidence(
                MachineEvidence.FORMAT,
                "1.0.0",
                NOW,
                new Machine("node-1", "0123456789abcdef", "boot", "x86_64", "6.1.0-28-amd64", os),
                processes,
                List.copyOf(files.values()),
                looked,
                kernelParameters,
                modules,
                mounts,
                accounts,
                groups,
                units,
                packages,
                documents,
                unread);
    }

    /** What each check says, by its id. */
    Map<String, CheckResult> judged() {
        Map<String, CheckResult> results = new LinkedHashMap<>();
        MachineChecks.judge(build(), NOW).forEach(result -> results.put(result.check(), result));
        return results;
    }

    Outcome outcome(String check) {
        CheckResult result = judged().get(check);
        if (result == null) {
            throw new AssertionError("no check " + check);
        }
        return result.outcome();
    }
}
