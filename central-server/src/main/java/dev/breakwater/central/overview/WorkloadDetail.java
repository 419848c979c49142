package dev.breakwater.central.overview;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.Grants;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.Workload;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A workload with its parts, for the detail and the NDJSON export. What could not be seen is listed in {@code unknown}
 * with its reason; an empty list elsewhere means that there is nothing.
 *
 * @param permissionLevel what its service account may do, {@code null} = unknown
 * @param ingressPolicies network policies that isolate its incoming direction, {@code null} = unknown
 * @param unknown fact → why it is not known
 */
public record WorkloadDetail(
        @JsonUnwrapped WorkloadRow workload,
        Map<String, String> labels,
        Map<String, String> annotations,
        long generation,
        List<ContainerView> containers,
        List<PortView> ports,
        List<VolumeView> volumes,
        String serviceAccount,
        @Nullable Boolean tokenMounted,
        boolean hostNetwork,
        boolean hostPID,
        boolean hostIPC,
        Grants.@Nullable Level permissionLevel,
        @Nullable List<String> ingressPolicies,
        @Nullable List<String> egressPolicies,
        Map<String, String> unknown) {

    /** One container. */
    public record ContainerView(
            String name,
            boolean init,
            Container.Type type,
            String image,
            @Nullable String digest,
            boolean resolved,
            boolean privileged,
            @Nullable Long runAsUser,
            @Nullable Boolean runAsNonRoot,
            @Nullable Boolean readOnlyRootFilesystem,
            @Nullable Boolean allowPrivilegeEscalation,
            List<String> capabilitiesAdd,
            List<String> capabilitiesDrop,
            List<EnvView> env,
            List<MountView> mounts,
            @Nullable Double cpuLimit,
            @Nullable Long memoryLimit) {}

    /**
     * An environment variable; its value is not part of it.
     *
     * @param reference name of the secret or config map, or the field
     */
    public record EnvView(String name, EnvVar.Source source, String reference) {}

    /** Where a volume is mounted. */
    public record MountView(String volume, String path, boolean readOnly) {}

    /**
     * A port.
     *
     * @param exposure how far it can be reached, {@code UNKNOWN} if services could not be read
     * @param routes the ways that lead to it
     */
    public record PortView(int port, String protocol, String exposure, List<String> routes) {}

    /**
     * A volume.
     *
     * @param path host path, or what else it leads to
     */
    public record VolumeView(String name, String type, String path) {}

    static WorkloadDetail of(WorkloadRow row, Workload workload) {
        PodTemplate template = workload.spec().template();
        Map<String, String> unknown = new TreeMap<>();
        note(unknown, "exposure", workload.exposures());
        note(unknown, "grants", workload.grants());
        note(unknown, "networkPolicies", workload.networkPolicies());
        note(unknown, "tokenMounted", workload.tokenMounted());
        note(unknown, "running", workload.running());
        note(unknown, "namespaceLabels", workload.namespaceLabels());
        return new WorkloadDetail(
                row,
                new TreeMap<>(workload.spec().meta().labels()),
                workload.spec().meta().annotations().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, e -> e.getValue().shown(), (a, b) -> a, TreeMap::new)),
                workload.spec().generation(),
                workload.containers().stream().map(c -> container(c, workload)).toList(),
                ports(workload),
                template.volumes().stream().map(WorkloadDetail::volume).toList(),
                template.serviceAccount(),
                workload.tokenMounted().toOptional().orElse(null),
                template.hostNetwork(),
                template.hostPid(),
                template.hostIpc(),
                workload.grants().toOptional().map(Grants::level).orElse(null),
                workload.networkPolicies().toOptional().map(p -> p.ingress()).orElse(null),
                workload.networkPolicies().toOptional().map(p -> p.egress()).orElse(null),
                unknown);
    }

    private static ContainerView container(Container container, Workload workload) {
        String running = workload.running()
                .toOptional()
                .map(digests -> digests.getOrDefault(container.name(), List.of()))
                .filter(digests -> !digests.isEmpty())
                .map(digests -> digests.getFirst().value())
                .orElse(null);
        String declared = container.image().digest() == null
                ? null
                : container.image().digest().value();
        String digest = running == null ? declared : running;
        return new ContainerView(
                container.name(),
                container.type() == Container.Type.INIT,
                container.type(),
                container.image().original(),
                digest,
                digest != null,
                container.security().privileged(),
                container.security().runAsUser(),
                container.security().runAsNonRoot(),
                container.security().readOnlyRootFilesystem(),
                container.security().allowPrivilegeEscalation(),
                container.security().capabilitiesAdd(),
                container.security().capabilitiesDrop(),
                container.env().stream()
                        .map(e -> new EnvView(e.name(), e.source(), e.reference()))
                        .toList(),
                container.mounts().stream()
                        .map(m -> new MountView(m.volume(), m.path(), m.readOnly()))
                        .toList(),
                container.resources().cpuLimit(),
                container.resources().memoryLimit());
    }

    private static List<PortView> ports(Workload workload) {
        if (workload.exposures() instanceof Observed.Known<List<Exposure>>(List<Exposure> exposures)) {
            return exposures.stream()
                    .map(e -> new PortView(
                            e.containerPort(),
                            e.protocol(),
                            e.method().name(),
                            e.routes().stream()
                                    .map(Exposure.Route::via)
                                    .distinct()
                                    .toList()))
                    .toList();
        }
        return workload.containers().stream()
                .flatMap(c -> c.ports().stream())
                .map(p -> new PortView(p.containerPort(), p.protocol(), "UNKNOWN", List.of()))
                .distinct()
                .toList();
    }

    private static VolumeView volume(Volume volume) {
        return new VolumeView(volume.name(), volume.type(), volume.source());
    }

    private static void note(Map<String, String> unknown, String fact, Observed<?> observed) {
        if (observed instanceof Observed.Unknown<?>(var reason, String detail)) {
            unknown.put(fact, reason + (detail.isEmpty() ? "" : ": " + detail));
        }
    }
}
