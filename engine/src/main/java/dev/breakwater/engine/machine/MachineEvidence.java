package dev.breakwater.engine.machine;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a machine found. Nothing that is absent here is a fact by itself: {@link #looked} says what was looked at, so
 * that <em>not there</em> and <em>not looked at</em> are two things.
 *
 * @param format {@link #FORMAT}; another one is not understood
 * @param collector the version of the collector
 * @param collectedAt when the look began
 * @param machine who it is
 * @param processes all that ran; empty = none could be read, which {@link #unread} says
 * @param files what was looked at by name or pattern, those that are absent too
 * @param looked the patterns of paths (globs with {@code *} within a folder) that were looked at in full
 * @param kernelParameters as under {@code /proc/sys}, with dots: {@code net.ipv4.ip_forward}
 * @param modules kernel modules that are loaded
 * @param units what the init system starts
 * @param packages of the system's package database, as an image's
 * @param documents further answers as JSON text by name: {@code docker.info}, {@code docker.version}, {@code docker.containers}
 *     (the list of inspect answers), {@code docker.images}
 * @param unread what was to be read and could not be, and why: it makes an answer that needs it unknown
 */
public record MachineEvidence(
        String format,
        String collector,
        Instant collectedAt,
        Machine machine,
        List<RunningProcess> processes,
        List<FileFact> files,
        List<String> looked,
        Map<String, String> kernelParameters,
        List<String> modules,
        List<Mount> mounts,
        List<Account> accounts,
        List<Group> groups,
        List<Unit> units,
        List<InstalledPackage> packages,
        Map<String, String> documents,
        List<Unread> unread) {

    /** The format that is written and understood now. */
    public static final String FORMAT = "breakwater/machine-evidence/1";

    /**
     * Among {@link #looked}: all local file systems were walked, and every file and folder that everybody may write to, that
     * belongs to no account or group, or that runs as its owner or group (setuid, setgid) is among the files. Where the walk
     * ended early it is among {@link #unread} instead, and what was found until then is there.
     */
    public static final String WALK = "/**";

    /**
     * The machine.
     *
     * @param hostname as it calls itself, such as the node's name
     * @param machineId of {@code /etc/machine-id}, empty = it has none
     * @param bootId of this start of the kernel, empty = unknown
     * @param os {@code null} = no {@code os-release} was read
     */
    public record Machine(
            String hostname,
            String machineId,
            String bootId,
            String architecture,
            String kernel,
            @Nullable OperatingSystem os) {}

    /**
     * A process.
     *
     * @param executable the path of its program, empty = unreadable (a kernel thread, another's process)
     * @param arguments the command line, the program first; values that look secret are replaced
     * @param user the name of the effective user, or its number where it has no name
     */
    public record RunningProcess(int pid, int parent, String executable, List<String> arguments, String user) {

        public RunningProcess {
            arguments = List.copyOf(arguments);
        }
    }

    /** What there was at a path. */
    public enum FileState {
        PRESENT,
        ABSENT,
        /** It may be there: it could not be read. */
        UNREADABLE
    }

    /** What sort of file it is, links followed. */
    public enum FileKind {
        FILE,
        DIRECTORY,
        OTHER
    }

    /**
     * A path that was looked at, links followed within the machine.
     *
     * @param mode the twelve permission bits, such as {@code 0644} (octal); -1 = not present
     * @param owner the user's name, or its number where it has no name
     * @param link where a symbolic link at the path points, empty = it is none
     * @param sha256 of the whole content in hex, empty = not taken
     * @param text of configuration that is understood, at most 256 KiB, values that look secret replaced; {@code null} = not taken
     * @param reason why it could not be read
     */
    public record FileFact(
            String path,
            FileState state,
            FileKind kind,
            int mode,
            int uid,
            int gid,
            String owner,
            String group,
            long size,
            String link,
            String sha256,
            @Nullable String text,
            String reason) {

        /** The permissions as {@code stat} prints them, such as {@code 644}. */
        public String permissions() {
            return mode < 0 ? "" : Integer.toOctalString(mode);
        }
    }

    /** A mounted file system. */
    public record Mount(String device, String target, String type, List<String> options) {

        public Mount {
            options = List.copyOf(options);
        }
    }

    /** Whether an account can sign in by a password. */
    public enum PasswordState {
        SET,
        LOCKED,
        /** Anybody can sign in. */
        EMPTY,
        UNKNOWN
    }

    /**
     * An account. The password's hash is never kept, only how it was made.
     *
     * @param hashMethod such as {@code yescrypt}, {@code sha512}, {@code md5}; empty = no password, or unknown
     * @param lastChangeDay days since 1970 of the last change of the password, -1 = unknown
     * @param maxDays after which the password has to be changed, -1 = never or unknown
     * @param inactiveDays after which it is locked once it ran out, -1 = never or unknown
     */
    public record Account(
            String name,
            int uid,
            int gid,
            String home,
            String shell,
            PasswordState password,
            String hashMethod,
            int lastChangeDay,
            int minDays,
            int maxDays,
            int warnDays,
            int inactiveDays) {}

    /** A group with those that are named in it. */
    public record Group(String name, int gid, List<String> members) {

        public Group {
            members = List.copyOf(members);
        }
    }

    /**
     * What the init system starts.
     *
     * @param name such as {@code ssh.service}
     * @param enabled {@code enabled}, {@code disabled}, {@code masked}, {@code static}; empty = unknown
     * @param active {@code active} or {@code inactive}; empty = unknown
     */
    public record Unit(String name, String enabled, String active) {}

    /**
     * What could not be read.
     *
     * @param what the part, a path or the name of a document: {@code processes}, {@code /etc/shadow}, {@code docker.info}
     */
    public record Unread(String what, String reason) {}

    public MachineEvidence {
        processes = List.copyOf(processes);
        files = List.copyOf(files);
        looked = List.copyOf(looked);
        kernelParameters = Map.copyOf(kernelParameters);
        modules = List.copyOf(modules);
        mounts = List.copyOf(mounts);
        accounts = List.copyOf(accounts);
        groups = List.copyOf(groups);
        units = List.copyOf(units);
        packages = List.copyOf(packages);
        documents = Map.copyOf(documents);
        unread = List.copyOf(unread);
    }

    /** What was found at a path; empty = nobody looked there. */
    public Optional<FileFact> file(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }
}
