package dev.breakwater.engine.check;

import dev.breakwater.engine.assembly.Assembler;
import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a workload that runs is the one that was checked as a manifest. What an API server fills in, what controllers
 * and tools write beside (annotations, replicas, hashes) and the keys by which sensors hash secrets do not count; images,
 * commands, environment, rights, volumes and ports do. A secret counts by its kind and length only.
 */
public final class DeliveredSpec {

    private static final List<String> WRITTEN_BY_CONTROLLERS = List.of(
            "pod-template-hash",
            "controller-revision-hash",
            "pod-template-generation",
            "job-name",
            "controller-uid",
            "batch.kubernetes.io/job-name",
            "batch.kubernetes.io/controller-uid");
    private static final UUID NOBODY = new UUID(0, 0);

    private DeliveredSpec() {}

    /** A fingerprint that two specs share if they run alike; 32 bytes. */
    public static byte[] fingerprint(WorkloadSpec spec) {
        Observed<Map<String, String>> beside = Observed.unknown(UnknownReason.OUT_OF_SIGHT, "");
        Workload alone = new Workload(
                NOBODY,
                "",
                plain(spec),
                beside,
                beside.map(labels -> List.of()),
                Observed.unknown(UnknownReason.OUT_OF_SIGHT, ""),
                Observed.unknown(UnknownReason.OUT_OF_SIGHT, ""),
                Observed.unknown(UnknownReason.OUT_OF_SIGHT, ""),
                Map.of(),
                Observed.unknown(UnknownReason.OUT_OF_SIGHT, ""));
        return HexFormat.of().parseHex(new Assembler().assembledFingerprint(alone));
    }

    private static WorkloadSpec plain(WorkloadSpec spec) {
        PodTemplate template = spec.template();
        return new WorkloadSpec(
                ObjectMeta.of(spec.meta().namespace(), spec.meta().name()),
                spec.kindName(),
                0,
                null,
                null,
                false,
                new PodTemplate(
                        template.path(),
                        labels(template.labels()),
                        Map.of(),
                        template.serviceAccount(),
                        template.automountToken(),
                        template.hostNetwork(),
                        template.hostPid(),
                        template.hostIpc(),
                        template.shareProcessNamespace(),
                        template.hostUsers(),
                        template.runtimeClass(),
                        template.priorityClass(),
                        "",
                        template.nodeSelector(),
                        template.sysctls(),
                        template.imagePullSecrets(),
                        template.volumes(),
                        template.containers().stream()
                                .map(container -> plain(container, template.hostNetwork()))
                                .toList()));
    }

    private static Map<String, String> labels(Map<String, String> given) {
        Map<String, String> labels = new TreeMap<>(given);
        labels.keySet().removeAll(WRITTEN_BY_CONTROLLERS);
        return labels;
    }

    private static Container plain(Container container, boolean hostNetwork) {
        return new Container(
                container.path(),
                container.name(),
                container.type(),
                container.restartsAlways(),
                container.image(),
                texts(container.command()),
                texts(container.args()),
                container.env().stream().map(DeliveredSpec::plain).toList(),
                container.ports().stream().map(port -> plain(port, hostNetwork)).toList(),
                container.resources(),
                container.security(),
                container.probes(),
                container.mounts(),
                "");
    }

    /** In the network of the node a port is one of the node, which an API server writes down. */
    private static Container.Port plain(Container.Port port, boolean hostNetwork) {
        return hostNetwork
                ? new Container.Port(port.name(), port.containerPort(), port.containerPort(), port.protocol())
                : port;
    }

    private static EnvVar plain(EnvVar variable) {
        return new EnvVar(
                variable.name(),
                variable.source(),
                variable.value() == null ? null : plain(variable.value()),
                variable.reference(),
                variable.key());
    }

    private static List<Text> texts(List<Text> texts) {
        return texts.stream().map(DeliveredSpec::plain).toList();
    }

    private static Text plain(Text text) {
        Text.@Nullable Redaction redaction = text.redaction();
        return redaction == null ? text : Text.redacted(redaction.kind(), redaction.length(), "");
    }
}
