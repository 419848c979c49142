package dev.breakwater.central.nodes;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.MachineEvidence.Machine;
import dev.breakwater.engine.machine.MachineEvidence.Unread;
import dev.breakwater.engine.model.Node;
import dev.breakwater.engine.model.ObjectMeta;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Nodes and what was found on them, as small as a test can use them. */
public final class MachineFixture {

    private MachineFixture() {}

    /** A node of a Debian machine. */
    public static Node node(String name, String machineId) {
        return new Node(
                ObjectMeta.of("", name),
                List.of("worker"),
                "Debian GNU/Linux 12 (bookworm)",
                "6.1.0-28-amd64",
                "containerd://1.7.24",
                "v1.33.1",
                "amd64",
                machineId,
                List.of("10.0.0.7"),
                List.of(new Node.Taint("dedicated", "batch", "NoSchedule")),
                List.of(new Node.Condition("Ready", "True", "KubeletReady")),
                false);
    }

    /** A look at a machine at which nothing was read. */
    public static MachineEvidence evidence(String hostname, String machineId, Instant at) {
        return evidence(hostname, machineId, at, deb("openssl", "3.0.11-1~deb12u2", "openssl"));
    }

    /** A package of Debian. */
    public static InstalledPackage deb(String name, String version, String source) {
        return new InstalledPackage(
                name, version, "amd64", PackageType.DEB, "", source, version, "var/lib/dpkg/status", "");
    }

    /** A look at a machine on which there are these packages. */
    public static MachineEvidence evidence(
            String hostname, String machineId, Instant at, InstalledPackage... packages) {
        return new MachineEvidence(
                MachineEvidence.FORMAT,
                "1.0",
                at,
                new Machine(
                        hostname,
                        machineId,
                        "",
                        "amd64",
                        "6.1.0-28-amd64",
                        new OperatingSystem("debian", "12", "bookworm", "Debian GNU/Linux 12 (bookworm)")),
                List.of(),
                List.of(),
                List.of(),
                Map.of("kernel.randomize_va_space", "2"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(packages),
                Map.of(),
                List.of(new Unread("processes", "permission denied")));
    }
}
