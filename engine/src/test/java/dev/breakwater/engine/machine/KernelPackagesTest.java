package dev.breakwater.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.PackageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelPackagesTest {

    private static PackageUse use(PackageType type, String name, String version, String running) {
        return KernelPackages.use(
                new InstalledPackage(name, version, "amd64", type, "", "linux", version, "", ""), running);
    }

    @ParameterizedTest
    @CsvSource({
        "linux-image-6.1.0-28-amd64, RUNNING_KERNEL",
        "linux-image-unsigned-6.1.0-28-amd64, RUNNING_KERNEL",
        "linux-image-6.1.0-28-amd64-unsigned, RUNNING_KERNEL",
        "linux-modules-6.1.0-28-amd64, RUNNING_KERNEL",
        "linux-image-6.1.0-26-amd64, KERNEL_NOT_RUNNING",
        "linux-image-6.1.0-28-rt-amd64, KERNEL_NOT_RUNNING",
        "linux-image-amd64, KERNEL_NOT_RUNNING",
        "linux-headers-6.1.0-28-amd64, KERNEL_NOT_RUNNING",
        "linux-libc-dev, KERNEL_NOT_RUNNING",
        "linux-perf, PLAIN",
        "linux-base, PLAIN",
        "openssl, PLAIN"
    })
    void debiansKernelsHaveTheirReleaseInTheirNames(String name, PackageUse expected) {
        assertThat(use(PackageType.DEB, name, "6.1.119-1", "6.1.0-28-amd64")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "kernel-core, 5.14.0-503.15.1.el9_5, 5.14.0-503.15.1.el9_5.x86_64, RUNNING_KERNEL",
        "kernel-core, 5.14.0-503.11.1.el9_5, 5.14.0-503.15.1.el9_5.x86_64, KERNEL_NOT_RUNNING",
        "kernel-core, 5.14.0-503, 5.14.0-503.15.1.el9_5.x86_64, RUNNING_KERNEL",
        "kernel-default, 6.4.0-150600.23.25.1, 6.4.0-150600.23.25-default, RUNNING_KERNEL",
        "kernel-default, 6.4.0-150600.23.7.1, 6.4.0-150600.23.25-default, KERNEL_NOT_RUNNING",
        "kernel-headers, 5.14.0-503.15.1.el9_5, 5.14.0-503.15.1.el9_5.x86_64, KERNEL_NOT_RUNNING",
        "kernel-tools, 5.14.0-503.15.1.el9_5, 5.14.0-503.15.1.el9_5.x86_64, PLAIN"
    })
    void redHatsAndSusesKernelsAreKnownByTheirVersion(
            String name, String version, String running, PackageUse expected) {
        assertThat(use(PackageType.RPM, name, version, running)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "linux-lts, 6.6.32-r0, 6.6.32-0-lts, RUNNING_KERNEL",
        "linux-lts, 6.6.34-r0, 6.6.32-0-lts, KERNEL_NOT_RUNNING",
        "linux-headers, 6.6-r0, 6.6.32-0-lts, KERNEL_NOT_RUNNING",
        "linux-pam, 1.6.0-r0, 6.6.32-0-lts, PLAIN"
    })
    void alpinesKernelsAreKnownByVersionAndFlavour(String name, String version, String running, PackageUse expected) {
        assertThat(use(PackageType.APK, name, version, running)).isEqualTo(expected);
    }

    @Test
    void everyKernelMayRunWhileNobodyKnowsWhichOneDoes() {
        assertThat(use(PackageType.DEB, "linux-image-6.1.0-26-amd64", "6.1.112-1", ""))
                .isEqualTo(PackageUse.RUNNING_KERNEL);
    }
}
