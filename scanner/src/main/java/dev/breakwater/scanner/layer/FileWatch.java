package dev.breakwater.scanner.layer;

import dev.breakwater.engine.image.FoundFile;
import dev.breakwater.engine.image.FoundFile.Kind;
import dev.breakwater.scanner.read.EntryFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Files that deserve a look by what they are allowed to, or by what they are for. */
public final class FileWatch {

    private static final int SETUID = 04000;
    private static final int SETGID = 02000;
    private static final int STICKY = 01000;
    private static final int OTHERS_WRITE = 0002;

    private static final Map<Kind, Set<String>> NAMES = Map.of(
            Kind.SSH_SERVER, Set.of("sshd", "dropbear", "dropbearmulti"),
            Kind.PACKAGE_MANAGER,
                    Set.of(
                            "apt",
                            "apt-get",
                            "aptitude",
                            "dpkg",
                            "apk",
                            "rpm",
                            "yum",
                            "dnf",
                            "dnf5",
                            "dnf-3",
                            "microdnf",
                            "tdnf",
                            "zypper",
                            "pacman",
                            "opkg"),
            Kind.COMPILER,
                    Set.of(
                            "gcc",
                            "cc",
                            "c++",
                            "g++",
                            "clang",
                            "clang++",
                            "tcc",
                            "rustc",
                            "javac",
                            "gfortran",
                            "go",
                            "ghc"),
            Kind.SHELL, Set.of("sh", "bash", "dash", "ash", "zsh", "ksh", "mksh", "csh", "tcsh", "fish", "busybox"),
            Kind.DOWNLOADER,
                    Set.of(
                            "curl",
                            "wget",
                            "wget2",
                            "nc",
                            "ncat",
                            "netcat",
                            "nc.openbsd",
                            "nc.traditional",
                            "socat",
                            "aria2c",
                            "ftp",
                            "tftp",
                            "lftp"));

    /** Compilers by version and target: {@code gcc-12}, {@code x86_64-linux-gnu-g++-12}. */
    private static final Pattern COMPILER = Pattern.compile(
            "(?:[a-z0-9_]+-linux-(?:gnu|musl)[a-z0-9]*-)?(?:gcc|g\\+\\+|cc|c\\+\\+|clang|clang\\+\\+|gfortran)(?:-[0-9.]+)?");

    /** A file, or a symbolic link, whose own permissions mean nothing. */
    List<FoundFile> file(EntryFacts facts, long owner, boolean symbolicLink) {
        boolean program = isProgram(facts.path());
        boolean permissions = !symbolicLink && (facts.mode() & (SETUID | SETGID | OTHERS_WRITE)) != 0;
        if (!program && !permissions) {
            return List.of();
        }
        List<FoundFile> found = new ArrayList<>(2);
        if (permissions) {
            add(found, (facts.mode() & SETUID) != 0, Kind.SETUID, facts, owner);
            add(found, (facts.mode() & SETGID) != 0 && facts.isExecutable(), Kind.SETGID, facts, owner);
            add(found, (facts.mode() & OTHERS_WRITE) != 0, Kind.WORLD_WRITABLE, facts, owner);
        }
        if (program) {
            NAMES.forEach((kind, names) -> add(found, names.contains(facts.name()), kind, facts, owner));
            add(
                    found,
                    found.stream().noneMatch(one -> one.kind() == Kind.COMPILER)
                            && COMPILER.matcher(facts.name()).matches(),
                    Kind.COMPILER,
                    facts,
                    owner);
        }
        return found;
    }

    /** A folder in which everyone may write and delete what others wrote. */
    Optional<FoundFile> folder(String path, int mode, long owner) {
        return (mode & OTHERS_WRITE) != 0 && (mode & STICKY) == 0
                ? Optional.of(new FoundFile(Kind.WORLD_WRITABLE, path, mode, owner, ""))
                : Optional.empty();
    }

    private static void add(List<FoundFile> found, boolean is, Kind kind, EntryFacts facts, long owner) {
        if (is) {
            found.add(new FoundFile(kind, facts.path(), facts.mode(), owner, ""));
        }
    }

    private static boolean isProgram(String path) {
        int slash = path.lastIndexOf('/');
        if (slash < 0) {
            return false;
        }
        String folder = path.substring(path.lastIndexOf('/', slash - 1) + 1, slash);
        return folder.equals("bin") || folder.equals("sbin");
    }
}
