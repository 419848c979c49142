package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.risk.OpenViolation;
import dev.breakwater.engine.risk.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds what mends a reason. A new kind of reason is one line here. */
final class Remedies {

    /** Whatever a hostile object lists, an answer stays quick. */
    private static final int MOST_PARTED = 40;

    private final Trial trial;
    private final Map<String, Function<String, Stream<? extends Change>>> byKind = new LinkedHashMap<>();

    Remedies(Trial trial) {
        this.trial = trial;
        byKind.put("violation", this::violation);
        byKind.put(
                "privileged",
                s -> containers(c -> c.security().privileged()).map(c -> new SecurityChange.SetPrivileged(c, false)));
        byKind.put(
                "capability",
                capability -> containers(c -> c.security().capabilitiesAdd().contains(capability))
                        .map(c -> new SecurityChange.RemoveCapability(c, capability)));
        byKind.put("no-capability-dropped", s -> containers(c -> true).map(SecurityChange.DropAllCapabilities::new));
        byKind.put("writable-volume", volume -> Stream.of(new PodChange.MountReadOnly(volume)));
        byKind.put("secret-volume", volume -> Stream.of(new PodChange.RemoveVolume(volume)));
        byKind.put("port", this::port);
        byKind.put("vulnerability", id -> Stream.of(new ImageChange.FixVulnerability(id)));
        byKind.put("tool", name -> Stream.of(new ImageChange.RemovePackage(name)));
        byKind.put("packages", container -> Stream.of(new ImageChange.SlimImage(container)));
        byKind.put("age", container -> Stream.of(new ImageChange.RebuildImage(container)));
    }

    /** The changes that mend it together; empty if none are known, or its data was lost and no change could show. */
    List<Change> of(Reason reason) {
        Function<String, Stream<? extends Change>> remedy = byKind.get(reason.kind());
        return remedy == null || reason.stale()
                ? List.of()
                : remedy.apply(reason.subject()).<Change>map(c -> c).toList();
    }

    /**
     * By trial: the first single change that closes the violation, else the first sort of change that does so in all places
     * at once, else two sorts of what containers may do, else all of them, without what is not needed; else the violation is
     * taken away as such.
     */
    private Stream<? extends Change> violation(String policyId) {
        UUID policy = UUID.fromString(policyId);
        return closing(policy).orElseGet(() -> List.of(new ResolveViolation(policy, name(policy)))).stream();
    }

    private Optional<List<Change>> closing(UUID policy) {
        return units().filter(unit -> closes(unit, policy)).findFirst().map(unit -> needed(unit, policy));
    }

    /** A sort of change is tried in all places at once: those without which the violation closes as well are left out. */
    private List<Change> needed(List<Change> unit, UUID policy) {
        List<Change> needed = new ArrayList<>(unit);
        for (Change change : unit.size() > MOST_PARTED ? List.<Change>of() : unit) {
            List<Change> without =
                    needed.stream().filter(other -> !other.equals(change)).toList();
            if (!without.isEmpty() && closes(without, policy)) {
                needed.remove(change);
            }
        }
        return List.copyOf(needed);
    }

    /** The violations that no single change closes, but several together. */
    Map<OpenViolation, List<Change>> together() {
        Map<OpenViolation, List<Change>> together = new LinkedHashMap<>();
        trial.before()
                .open()
                .forEach(violation -> closing(violation.policyId())
                        .filter(changes -> changes.size() > 1)
                        .ifPresent(changes -> together.put(violation, changes)));
        return together;
    }

    private Stream<List<Change>> units() {
        List<List<Change>> sorts = sorts();
        List<List<Change>> security = sorts.stream()
                .filter(sort -> sort.getFirst() instanceof SecurityChange)
                .toList();
        return Stream.of(
                        trial.candidates().stream().map(c -> List.<Change>of(c)),
                        sorts.stream().filter(sort -> sort.size() > 1),
                        pairs(security),
                        Stream.of(security.stream().flatMap(List::stream).toList())
                                .filter(all -> !all.isEmpty()))
                .flatMap(units -> units);
    }

    private List<List<Change>> sorts() {
        Map<String, List<Change>> bySort = new LinkedHashMap<>();
        trial.candidates()
                .forEach(c ->
                        bySort.computeIfAbsent(c.type(), t -> new ArrayList<>()).add(c));
        return List.copyOf(bySort.values());
    }

    private static Stream<List<Change>> pairs(List<List<Change>> sorts) {
        return IntStream.range(0, sorts.size())
                .boxed()
                .flatMap(i -> IntStream.range(i + 1, sorts.size())
                        .mapToObj(j -> Stream.concat(sorts.get(i).stream(), sorts.get(j).stream())
                                .toList()));
    }

    private boolean closes(List<Change> changes, UUID policy) {
        return trial.answer(changes).closed().stream()
                .anyMatch(v -> v.policyId().equals(policy));
    }

    private String name(UUID policy) {
        return trial.before().open().stream()
                .filter(v -> v.policyId().equals(policy))
                .findFirst()
                .map(v -> v.policyName())
                .orElse("");
    }

    /** Closes each way by which the port is reached from beyond the cluster, or its services if it is reached within only. */
    private Stream<? extends Change> port(String port) {
        List<Exposure> exposures = trial.before().workload().exposures().toOptional().stream()
                .flatMap(List::stream)
                .filter(e -> (e.containerPort() + "/" + e.protocol()).equals(port))
                .toList();
        List<String> services = named("Service ", exposures);
        if (exposures.stream().allMatch(e -> e.method() == Exposure.Method.INTERNAL)) {
            return services.stream().map(SurroundingsChange.RemoveService::new);
        }
        Stream<Change> backends = named("Ingress ", exposures).stream()
                .flatMap(
                        ingress -> services.stream().map(s -> new SurroundingsChange.RemoveIngressBackend(ingress, s)));
        return Stream.of(services.stream().map(SurroundingsChange.NarrowService::new), backends, hostPorts(port))
                .flatMap(s -> s);
    }

    private Stream<Change> hostPorts(String port) {
        return trial.facts().spec().template().containers().stream()
                .flatMap(c -> c.ports().stream()
                        .filter(p -> p.hostPort() > 0 && (p.containerPort() + "/" + p.protocol()).equals(port))
                        .map(p -> new ContainerChange.RemoveHostPort(c.name(), p.hostPort())));
    }

    /** The names after this word in the ways that lead to the ports; {@code Ingress shop (shop.example.com)} is shop. */
    private static List<String> named(String kind, List<Exposure> exposures) {
        return exposures.stream()
                .flatMap(e -> e.routes().stream())
                .map(Exposure.Route::via)
                .filter(via -> via.startsWith(kind))
                .map(via -> via.substring(kind.length()).split(" ")[0])
                .distinct()
                .toList();
    }

    private Stream<String> containers(Predicate<Container> which) {
        return trial.facts().spec().template().containers().stream()
                .filter(which)
                .map(Container::name);
    }
}
