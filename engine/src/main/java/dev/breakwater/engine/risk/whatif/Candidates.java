package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.Pod;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.risk.whatif.PodChange.HostNamespace;
import dev.breakwater.engine.risk.whatif.SurroundingsChange.Direction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The changes that would make a workload safer, the weightiest first; only those that alter its facts. */
final class Candidates {

    /** Whatever a hostile object lists, an answer stays quick. */
    private static final int AT_MOST = 120;

    private static final double HALF_A_CPU = 0.5;
    private static final long HALF_A_GIBIBYTE = 512L << 20;
    private static final Set<String> DATA_OF_THE_POD = Set.of("emptyDir", "ephemeral");

    private Candidates() {}

    static List<FactChange> of(Facts facts, Instant asOf) {
        PodTemplate pod = facts.spec().template();
        return Stream.of(
                        pod.containers().stream().flatMap(Candidates::privileges),
                        Stream.of(HostNamespace.values()).map(PodChange.LeaveHostNamespace::new),
                        pod.volumes().stream().flatMap(Candidates::volume),
                        access(facts),
                        network(facts),
                        pod.containers().stream().flatMap(c -> hygiene(c, facts)),
                        images(facts))
                .<FactChange>flatMap(changes -> changes)
                .distinct()
                .filter(change -> !change.apply(facts, asOf).equals(facts))
                .limit(AT_MOST)
                .toList();
    }

    private static Stream<FactChange> privileges(Container container) {
        String name = container.name();
        Stream<FactChange> capabilities =
                container.security().capabilitiesAdd().stream().map(c -> new SecurityChange.RemoveCapability(name, c));
        Stream<FactChange> always = Stream.of(
                new SecurityChange.SetPrivileged(name, false),
                new SecurityChange.DropAllCapabilities(name),
                new SecurityChange.ForbidPrivilegeEscalation(name),
                new SecurityChange.RunAsNonRoot(name),
                new SecurityChange.ReadOnlyRootFilesystem(name));
        return Stream.concat(capabilities, always);
    }

    private static Stream<FactChange> volume(Volume volume) {
        FactChange readOnly = new PodChange.MountReadOnly(volume.name());
        return DATA_OF_THE_POD.contains(volume.type())
                ? Stream.of(readOnly)
                : Stream.of(readOnly, new PodChange.RemoveVolume(volume.name()));
    }

    private static Stream<FactChange> access(Facts facts) {
        PodTemplate pod = facts.spec().template();
        String namespace = facts.spec().meta().namespace();
        Stream<FactChange> bindings = facts.surroundings().bindings().toOptional().stream()
                .flatMap(List::stream)
                .filter(b -> b.subjects().stream()
                        .anyMatch(s -> s.kind().equals("ServiceAccount")
                                && s.name().equals(pod.serviceAccount())
                                && s.namespace().equals(namespace)))
                .map(b -> new SurroundingsChange.RemoveBinding(
                        b.kindName(), b.meta().name()));
        Stream<FactChange> token = Stream.of(new PodChange.UnmountToken(), new PodChange.SeparateProcesses());
        Stream<FactChange> account = pod.serviceAccount().equals("default")
                ? Stream.of(new SurroundingsChange.UseServiceAccount(
                        facts.spec().meta().name()))
                : Stream.of();
        return Stream.of(bindings, token, account).flatMap(s -> s);
    }

    private static Stream<FactChange> network(Facts facts) {
        List<String> services = facts.surroundings().services().toOptional().stream()
                .flatMap(List::stream)
                .filter(s -> s.selector() != null && !s.selector().isEmpty())
                .filter(s -> facts.spec()
                        .podLabels()
                        .entrySet()
                        .containsAll(Objects.requireNonNull(s.selector()).entrySet()))
                .map(s -> s.meta().name())
                .toList();
        Stream<FactChange> backends = facts.surroundings().ingresses().toOptional().stream()
                .flatMap(List::stream)
                .flatMap(i -> i.backends().stream()
                        .filter(b -> services.contains(b.service()))
                        .map(b -> new SurroundingsChange.RemoveIngressBackend(
                                i.meta().name(), b.service())));
        return Stream.<Stream<? extends FactChange>>of(
                        services.stream().map(SurroundingsChange.NarrowService::new),
                        backends,
                        Stream.of(Direction.values())
                                .filter(direction -> !isIsolated(facts, direction))
                                .map(SurroundingsChange.AddNetworkPolicy::new))
                .flatMap(s -> s);
    }

    private static boolean isIsolated(Facts facts, Direction direction) {
        return facts.surroundings().networkPolicies().toOptional().stream()
                .flatMap(List::stream)
                .filter(p -> direction == Direction.INGRESS ? p.ingress() : p.egress())
                .anyMatch(p -> p.podSelector().matches(facts.spec().podLabels()));
    }

    private static Stream<FactChange> hygiene(Container container, Facts facts) {
        String name = container.name();
        Stream<FactChange> ports = container.ports().stream()
                .filter(p -> p.hostPort() > 0)
                .map(p -> new ContainerChange.RemoveHostPort(name, p.hostPort()));
        Stream<FactChange> env = container.env().stream()
                .filter(Candidates::mayHoldSecret)
                .map(e -> new ContainerChange.RemoveEnvironmentVariable(name, e.name()));
        Stream<FactChange> pins = container.image().isPinned()
                ? Stream.of()
                : running(facts, name).map(digest -> new ContainerChange.PinDigest(name, digest));
        Stream<FactChange> always = Stream.of(
                new SecurityChange.SetSeccompRuntimeDefault(name),
                new SecurityChange.SetAppArmorRuntimeDefault(name),
                new SecurityChange.MaskProc(name),
                limits(container));
        Stream<FactChange> probes = container.type() == Container.Type.REGULAR
                ? Stream.of(new ContainerChange.AddProbes(name))
                : Stream.of();
        return Stream.of(ports, pins, env, always, probes).flatMap(s -> s);
    }

    private static boolean mayHoldSecret(EnvVar variable) {
        return variable.source() == EnvVar.Source.SECRET_KEY
                || variable.value() != null && variable.value().isRedacted();
    }

    private static FactChange limits(Container container) {
        Double cpu = container.resources().cpuLimit();
        Long memory = container.resources().memoryLimit();
        return new ContainerChange.SetLimits(
                container.name(), cpu == null ? HALF_A_CPU : cpu, memory == null ? HALF_A_GIBIBYTE : memory);
    }

    private static Stream<Digest> running(Facts facts, String container) {
        return facts.surroundings().pods().toOptional().stream()
                .flatMap(List::stream)
                .flatMap(pod -> pod.containers().stream())
                .filter(i -> i.name().equals(container))
                .map(Pod.Instance::runningDigest)
                .filter(Objects::nonNull)
                .distinct();
    }

    private static Stream<FactChange> images(Facts facts) {
        return facts.spec().template().containers().stream()
                .flatMap(c -> Stream.of(new ImageChange.RebuildImage(c.name()), new ImageChange.SlimImage(c.name())));
    }
}
