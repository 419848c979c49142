package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A workload's own object in the making, so that a change names only what it changes. */
final class WorkloadEdit {

    private final WorkloadSpec from;
    Map<String, String> labels;
    Map<String, Text> annotations;

    @Nullable
    Integer replicas;

    String serviceAccount;

    @Nullable
    Boolean automountToken;

    boolean hostNetwork;
    boolean hostPid;
    boolean hostIpc;
    boolean shareProcessNamespace;

    @Nullable
    Boolean hostUsers;

    List<Volume> volumes;
    List<Container> containers;

    private WorkloadEdit(WorkloadSpec from) {
        this.from = from;
        PodTemplate pod = from.template();
        labels = from.meta().labels();
        annotations = from.meta().annotations();
        replicas = from.replicas();
        serviceAccount = pod.serviceAccount();
        automountToken = pod.automountToken();
        hostNetwork = pod.hostNetwork();
        hostPid = pod.hostPid();
        hostIpc = pod.hostIpc();
        shareProcessNamespace = pod.shareProcessNamespace();
        hostUsers = pod.hostUsers();
        volumes = pod.volumes();
        containers = pod.containers();
    }

    static WorkloadSpec edited(WorkloadSpec from, Consumer<WorkloadEdit> change) {
        WorkloadEdit edit = new WorkloadEdit(from);
        change.accept(edit);
        return edit.build();
    }

    private WorkloadSpec build() {
        ObjectMeta meta = from.meta();
        return new WorkloadSpec(
                new ObjectMeta(meta.namespace(), meta.name(), meta.uid(), labels, annotations, meta.createdAt()),
                from.kindName(),
                from.generation(),
                replicas,
                from.selector(),
                from.suspended(),
                template());
    }

    private PodTemplate template() {
        PodTemplate pod = from.template();
        return new PodTemplate(
                pod.path(),
                pod.labels(),
                pod.annotations(),
                serviceAccount,
                automountToken,
                hostNetwork,
                hostPid,
                hostIpc,
                shareProcessNamespace,
                hostUsers,
                pod.runtimeClass(),
                pod.priorityClass(),
                pod.nodeName(),
                pod.nodeSelector(),
                pod.sysctls(),
                pod.imagePullSecrets(),
                volumes,
                containers);
    }
}
