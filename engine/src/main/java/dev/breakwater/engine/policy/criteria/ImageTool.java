package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.image.FoundFile;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Truth;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether an image holds a sort of tool that a program in production does not need: by its packages, or by what is started. */
final class ImageTool extends Criterion<OfContainer> {

    private static final Map<String, Set<String>> PACKAGES = Map.of(
            "COMPILER",
            Set.of(
                    "gcc",
                    "g++",
                    "clang",
                    "llvm",
                    "make",
                    "cmake",
                    "build-essential",
                    "build-base",
                    "rust",
                    "rustc",
                    "golang",
                    "go",
                    "golang-go",
                    "tcc",
                    "binutils"),
            "SHELL",
            Set.of("bash", "dash", "zsh", "ksh", "fish", "busybox", "mksh", "tcsh", "ash"),
            "PROCESS_MANAGER",
            Set.of(
                    "supervisor",
                    "s6",
                    "s6-overlay",
                    "runit",
                    "monit",
                    "systemd",
                    "openrc",
                    "circus",
                    "god",
                    "pm2",
                    "upstart",
                    "sysvinit-core"),
            "PACKAGE_MANAGER",
            Set.of("apt", "dpkg", "apk-tools", "rpm", "yum", "dnf", "microdnf", "zypper", "pacman"),
            "DOWNLOADER",
            Set.of("curl", "wget", "aria2", "lynx", "axel"),
            "NETWORK_TOOL",
            Set.of(
                    "nmap",
                    "netcat",
                    "netcat-openbsd",
                    "netcat-traditional",
                    "ncat",
                    "nmap-ncat",
                    "socat",
                    "tcpdump",
                    "iptables",
                    "nftables",
                    "iproute2",
                    "net-tools",
                    "hping3",
                    "masscan"),
            "REMOTE_SHELL",
            Set.of("openssh-server", "dropbear", "telnetd", "inetutils-telnetd", "tinyssh"),
            "DEBUGGER",
            Set.of("gdb", "strace", "ltrace", "bpftrace", "bcc-tools", "delve", "lldb"),
            "CRYPTO_MINER",
            Set.of("xmrig", "cpuminer", "ethminer", "cgminer", "bfgminer", "minerd"));

    private static final Set<String> MANAGERS = Set.of(
            "supervisord",
            "s6-svscan",
            "runsvdir",
            "runit",
            "monit",
            "systemd",
            "init",
            "pm2-runtime",
            "pm2",
            "circusd",
            "foreman",
            "forego",
            "honcho");

    ImageTool() {
        super(CriterionCard.of(
                "Image Tool",
                Level.IMAGE,
                ChoiceCriterion.grammar(PACKAGES.keySet().stream().sorted().toList()),
                "A sort of tool in the image, by the packages that a scan found; a process manager also by what the container"
                        + " starts."));
    }

    @Override
    public Condition<OfContainer> condition(String value) {
        String wanted = ChoiceCriterion.choice(value, card().grammar());
        Set<String> packages = Objects.requireNonNull(PACKAGES.get(wanted));
        return (of, asOf) -> {
            if (wanted.equals("PROCESS_MANAGER") && startsManager(of)) {
                return Answer.YES;
            }
            Answer found = Answer.of(
                    of.image().scan(),
                    scan -> scan.packages().stream()
                                    .anyMatch(
                                            one -> packages.contains(one.name().toLowerCase(Locale.ROOT)))
                            || files(scan, wanted).findAny().isPresent());
            return found.truth() == Truth.FALSE ? unlessIncomplete(of) : found;
        };
    }

    /** Nothing found where a part could not be read is nothing known. */
    private static Answer unlessIncomplete(OfContainer of) {
        return of.image()
                .scan()
                .toOptional()
                .map(ImageScan::secretsAndFilesUnknown)
                .filter(why -> !why.isEmpty())
                .map(why -> Answer.unknown(UnknownReason.UNRESOLVED, why))
                .orElse(Answer.NO);
    }

    /** The files of that sort: tools that no package manager knows. */
    private static Stream<FoundFile> files(ImageScan scan, String tool) {
        return scan.files().stream()
                .filter(file -> file.kind().name().equals(tool)
                        || file.kind() == FoundFile.Kind.SSH_SERVER && tool.equals("REMOTE_SHELL"));
    }

    private static boolean startsManager(OfContainer of) {
        return started(of).anyMatch(word -> MANAGERS.contains(word.substring(word.lastIndexOf('/') + 1)));
    }

    private static Stream<String> started(OfContainer of) {
        return Stream.concat(of.container().command().stream(), of.container().args().stream())
                .map(Text::value)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .limit(3);
    }

    @Override
    public Sighting see(OfContainer of, Policy.Group group) {
        String found = Stream.concat(
                        group.values().stream().flatMap(value -> packages(of, value)),
                        startsManager(of) ? Stream.of("a process manager as its first process") : Stream.of())
                .distinct()
                .sorted()
                .limit(10)
                .collect(Collectors.joining(", "));
        return new Sighting(
                "The image of container " + of.containerName()
                        + (found.isEmpty() ? " holds no such tool." : " holds " + found + "."),
                "packages",
                found,
                of.path("image"));
    }

    private Stream<String> packages(OfContainer of, String value) {
        Set<String> wanted = Objects.requireNonNull(PACKAGES.get(ChoiceCriterion.choice(value, card().grammar())));
        String tool = ChoiceCriterion.choice(value, card().grammar());
        return of.image().scan().toOptional().stream()
                .flatMap(scan -> Stream.concat(
                        scan.packages().stream()
                                .map(ImageScan.InstalledPackage::name)
                                .filter(name -> wanted.contains(name.toLowerCase(Locale.ROOT))),
                        files(scan, tool).map(file -> "/" + file.path())));
    }
}
