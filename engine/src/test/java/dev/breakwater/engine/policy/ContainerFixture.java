package dev.breakwater.engine.policy;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resources;
import dev.breakwater.engine.model.SecurityContext;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.Signatures;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.VolumeMount;
import dev.breakwater.engine.model.Vulnerability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A container that breaks none of the built-in policies. */
public final class ContainerFixture {

    public static final Instant BUILT = Instant.parse("2026-11-01T00:00:00Z");
    public static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    public final String name;
    private final int index;
    public Container.Type type = Container.Type.REGULAR;
    public boolean restartsAlways;
    public String imageName = "registry.example.com/shop/web:1.2@sha256:" + "ab".repeat(32);
    public boolean privileged;
    public Long runAsUser = 10_001L;
    public Boolean runAsNonRoot = true;
    public Boolean readOnlyRoot = true;
    public Boolean escalation = false;
    public List<String> add = List.of();
    public List<String> drop = List.of("ALL");
    public String seccomp = "RuntimeDefault";
    public String appArmor = "runtime/default";
    public String procMount;
    public Resources resources = new Resources(0.1, 1.0, 64L << 20, 128L << 20);
    public Container.Probes probes = new Container.Probes(true, true, false);
    public final List<EnvVar> env = new ArrayList<>();
    public final List<Container.Port> ports = new ArrayList<>();
    public final List<VolumeMount> mounts = new ArrayList<>();
    public Observed<Instant> createdAt = Observed.known(BUILT);
    public Observed<String> user = Observed.known("10001");
    public Observed<Map<String, String>> imageLabels =
            Observed.known(Map.of("org.opencontainers.image.source", "https://git.example.com/shop"));
    public Observed<ImageScan> scan = scanned();
    public Observed<List<ImageDetails.Instruction>> history = Observed.known(List.of(
            new ImageDetails.Instruction("COPY", "app /app"), new ImageDetails.Instruction("CMD", "[\"/app\"]")));
    public Observed<Signatures> verifiedBy = Observed.known(Signatures.by("release-key"));
    public List<Text> command = List.of();
    public String pullPolicy = "IfNotPresent";
    public Boolean hostProcess;
    public SecurityContext.SeLinux seLinux;
    public Long runAsGroup = 10_001L;

    private ContainerFixture(String name, int index) {
        this.name = name;
        this.index = index;
    }

    static ContainerFixture sound(String name, int index) {
        return new ContainerFixture(name, index);
    }

    public static Vulnerability flaw(String id, Severity severity, Double cvss, String fixedBy) {
        return new Vulnerability(id, severity, cvss, fixedBy, BUILT);
    }

    /** One with what others say of it. */
    public static Vulnerability flaw(String id, Severity severity, Vulnerability.Context context) {
        return new Vulnerability(id, severity, 7.5, "3.0.9", BUILT, context);
    }

    public static Observed<ImageScan> scanned(Vulnerability... flaws) {
        return Observed.known(new ImageScan(
                BUILT, "debian:12", List.of(new ImageScan.InstalledPackage("openssl", "3.0.1", List.of(flaws)))));
    }

    ImageDetails image() {
        return new ImageDetails(createdAt, user, imageLabels, scan, history, verifiedBy);
    }

    Container build() {
        return new Container(
                WorkloadFixture.POD + ".containers[" + index + "]",
                name,
                type,
                restartsAlways,
                ImageName.parse(imageName),
                command,
                List.of(),
                env,
                ports,
                resources,
                new SecurityContext(
                        privileged,
                        runAsUser,
                        runAsGroup,
                        runAsNonRoot,
                        readOnlyRoot,
                        escalation,
                        add,
                        drop,
                        seccomp,
                        null,
                        appArmor,
                        procMount,
                        hostProcess,
                        seLinux),
                probes,
                mounts,
                pullPolicy);
    }
}
