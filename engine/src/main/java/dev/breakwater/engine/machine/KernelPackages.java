package dev.breakwater.engine.machine;

import dev.breakwater.engine.image.InstalledPackage;
import java.util.List;
import java.util.Set;

/**
 * Which of a machine's packages are its kernel. Kernels stay installed beside each other: what is wrong with one that does not run
 * is no danger until the next start.
 */
public final class KernelPackages {

    private static final List<String> DEB_CODE = List.of(
            "linux-image-unsigned-",
            "linux-image-",
            "linux-modules-extra-",
            "linux-modules-",
            "proxmox-kernel-",
            "pve-kernel-");

    private static final List<String> DEB_NO_CODE = List.of(
            "linux-headers-",
            "linux-kbuild-",
            "linux-compiler-",
            "linux-source",
            "linux-doc",
            "linux-support-",
            "linux-config-",
            "linux-buildinfo-");

    private static final Set<String> RPM_CODE = Set.of(
            "kernel",
            "kernel-core",
            "kernel-modules",
            "kernel-modules-core",
            "kernel-modules-extra",
            "kernel-rt",
            "kernel-rt-core",
            "kernel-rt-modules",
            "kernel-rt-modules-core",
            "kernel-64k",
            "kernel-64k-core",
            "kernel-64k-modules",
            "kernel-uek",
            "kernel-uek-core",
            "kernel-uek-modules",
            "kernel-default",
            "kernel-lts",
            "linux");

    private static final Set<String> RPM_NO_CODE = Set.of(
            "kernel-headers", "kernel-devel", "kernel-doc", "kernel-debug-devel", "kernel-uek-devel", "linux-devel");

    private static final List<String> APK_FLAVOURS =
            List.of("lts", "virt", "stable", "edge", "rpi", "elm", "gru", "asahi", "starfive", "openpax");

    private KernelPackages() {}

    /**
     * What a package does.
     *
     * @param running the kernel's release as {@code uname -r} prints it, empty = unknown: then every kernel may run
     */
    public static PackageUse use(InstalledPackage one, String running) {
        return switch (one.type()) {
            case DEB -> deb(one, running);
            case RPM -> rpm(one, running);
            case APK -> apk(one, running);
            default -> PackageUse.PLAIN;
        };
    }

    /** Debian's and Ubuntu's kernels have their release in their names: {@code linux-image-6.1.0-28-amd64}. */
    private static PackageUse deb(InstalledPackage one, String running) {
        String name = one.name();
        if (name.equals("linux-libc-dev") || DEB_NO_CODE.stream().anyMatch(name::startsWith)) {
            return PackageUse.KERNEL_NOT_RUNNING;
        }
        return DEB_CODE.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(prefix -> name.substring(prefix.length()).replaceFirst("-(unsigned|signed|dbg)$", ""))
                // Without a number it only stands for whichever is the newest.
                .map(release -> release.isEmpty() || !Character.isDigit(release.charAt(0))
                        ? PackageUse.KERNEL_NOT_RUNNING
                        : runs(release.equals(running), running))
                .orElse(PackageUse.PLAIN);
    }

    /** {@code 5.14.0-503.el9} of {@code x86_64} runs as {@code 5.14.0-503.el9.x86_64}, SUSE's without the last number of a rebuild. */
    private static PackageUse rpm(InstalledPackage one, String running) {
        if (RPM_NO_CODE.contains(one.name())) {
            return PackageUse.KERNEL_NOT_RUNNING;
        }
        if (!RPM_CODE.contains(one.name())) {
            return PackageUse.PLAIN;
        }
        String version = one.version().substring(one.version().indexOf(':') + 1);
        boolean same = running.equals(version)
                || running.startsWith(version + ".")
                || running.startsWith(version + "-")
                || running.endsWith("-default")
                        && version.startsWith(running.substring(0, running.length() - "-default".length()) + ".");
        return runs(same, running);
    }

    /** {@code linux-lts} in {@code 6.6.32-r0} runs as {@code 6.6.32-0-lts}. */
    private static PackageUse apk(InstalledPackage one, String running) {
        for (String flavour : APK_FLAVOURS) {
            if (one.name().equals("linux-" + flavour)) {
                return runs(running.equals(one.version().replace("-r", "-") + "-" + flavour), running);
            }
            if (one.name().equals("linux-" + flavour + "-dev")) {
                return PackageUse.KERNEL_NOT_RUNNING;
            }
        }
        return one.name().equals("linux-headers") ? PackageUse.KERNEL_NOT_RUNNING : PackageUse.PLAIN;
    }

    private static PackageUse runs(boolean same, String running) {
        return same || running.isEmpty() ? PackageUse.RUNNING_KERNEL : PackageUse.KERNEL_NOT_RUNNING;
    }
}
