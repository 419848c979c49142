package dev.breakwater.engine.risk;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.ImageScan.InstalledPackage;
import dev.breakwater.engine.model.ObjectKey;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.Resources;
import dev.breakwater.engine.model.SecurityContext;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.VolumeMount;
import dev.breakwater.engine.model.Vulnerability;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Workloads for the tests of risk, put together fact by fact. */
public final class RiskFixtures {

    public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    public static final SecurityContext HARDENED = security(false, List.of(), List.of("ALL"));

    private final List<Container> containers = new ArrayList<>();
    private final List<Volume> volumes = new ArrayList<>();
    private final Map<String, ImageDetails> images = new HashMap<>();
    private Observed<List<Exposure>> exposures = Observed.known(List.of());

    /** A workload without containers. */
    public static RiskFixtures workload() {
        return new RiskFixtures();
    }

    public RiskFixtures container(String name, SecurityContext security, VolumeMount... mounts) {
        return container(name, security, List.of(), mounts);
    }

    public RiskFixtures container(
            String name, SecurityContext security, List<Container.Port> ports, VolumeMount... mounts) {
        containers.add(containerOf(name, security, ports, List.of(mounts), containers.size()));
        return this;
    }

    public RiskFixtures volume(String name, String type, String... sources) {
        volumes.add(new Volume(name, type, "", List.of(sources)));
        return this;
    }

    public RiskFixtures image(String container, Observed<Instant> createdAt, Observed<ImageScan> scan) {
        ImageDetails none = ImageDetails.NOT_LOOKED_AT;
        images.put(container, new ImageDetails(createdAt, none.user(), none.labels(), scan));
        return this;
    }

    public RiskFixtures exposures(Observed<List<Exposure>> seen) {
        exposures = seen;
        return this;
    }

    public RiskFixtures exposed(Exposure.Method... methods) {
        return exposures(Observed.known(IntStream.range(0, methods.length)
                .mapToObj(i -> new Exposure(8000 + i, "TCP", methods[i], List.of()))
                .toList()));
    }

    public Workload build() {
        WorkloadSpec spec = new WorkloadSpec(
                ObjectMeta.of("shop", "web"), "Deployment", 1, 1, null, false, template(volumes, containers));
        return new Workload(
                ObjectKey.workloadId("c1", "shop", "Deployment", "web"),
                "c1",
                spec,
                Observed.known(Map.of()),
                exposures,
                lost(),
                lost(),
                lost(),
                images,
                lost());
    }

    /** An input without violations and without an earlier assessment. */
    public RiskInput input() {
        return new RiskInput(build(), List.of(), Observed.known(List.of()), null, NOW);
    }

    public static PodTemplate template(List<Volume> volumes, List<Container> containers) {
        return new PodTemplate(
                "spec.template.spec",
                Map.of("app", "web"),
                Map.of(),
                "web",
                null,
                false,
                false,
                false,
                false,
                null,
                "",
                "",
                "",
                Map.of(),
                Map.of(),
                List.of(),
                volumes,
                containers);
    }

    public static Container containerOf(
            String name, SecurityContext security, List<Container.Port> ports, List<VolumeMount> mounts, int index) {
        return new Container(
                "spec.template.spec.containers[" + index + "]",
                name,
                Container.Type.REGULAR,
                false,
                ImageName.parse("registry.example.com/" + name + ":1.0"),
                List.of(),
                List.of(),
                List.of(),
                ports,
                Resources.NOT_SET,
                security,
                new Container.Probes(false, false, false),
                mounts);
    }

    public static SecurityContext security(boolean privileged, List<String> add, List<String> drop) {
        return new SecurityContext(privileged, null, null, null, null, null, add, drop, null, null, null, null);
    }

    public static VolumeMount mount(String volume, boolean readOnly) {
        return new VolumeMount(volume, "/" + volume, "", readOnly, "NONE");
    }

    public static Observed<Instant> daysOld(long days) {
        return Observed.known(NOW.minus(Duration.ofDays(days)));
    }

    public static Observed<ImageScan> scan(InstalledPackage... packages) {
        return Observed.known(new ImageScan(NOW, "debian:12", List.of(packages)));
    }

    /** One package with these vulnerabilities, named in order. */
    public static InstalledPackage installed(String name, Severity... vulnerabilities) {
        return new InstalledPackage(
                name,
                "1.0",
                IntStream.range(0, vulnerabilities.length)
                        .mapToObj(i -> vulnerability("CVE-2026-" + (1000 + i), vulnerabilities[i]))
                        .toList());
    }

    public static Vulnerability vulnerability(String id, Severity severity) {
        return new Vulnerability(id, severity, null, "", null);
    }

    public static OpenViolation violation(int number, Severity severity) {
        return new OpenViolation(new UUID(1, number), "Policy " + number, severity, List.of());
    }

    public static <T> Observed<T> lost() {
        return Observed.unknown(UnknownReason.FAILED, "It could not be read.");
    }

    public static RiskAssessment assess(
            Workload workload, List<OpenViolation> violations, @Nullable RiskAssessment before) {
        return RiskModel.V1.assess(new RiskInput(workload, violations, Observed.known(List.of()), before, NOW));
    }
}
