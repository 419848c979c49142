package dev.breakwater.contracts;

import dev.breakwater.contracts.v1.PodTemplateFacts;
import dev.breakwater.contracts.v1.VolumeFacts;
import dev.breakwater.contracts.v1.WorkloadFacts;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.WorkloadSpec;

/** Workloads, their pod templates and volumes. */
final class WorkloadMapping {

    private WorkloadMapping() {}

    static WorkloadFacts toWire(WorkloadSpec workload) {
        WorkloadFacts.Builder wire = WorkloadFacts.newBuilder()
                .setMeta(MetaMapping.toWire(workload.meta()))
                .setKindName(Bounds.name("WorkloadFacts.kind_name", workload.kindName()))
                .setGeneration(workload.generation())
                .setSuspended(workload.suspended())
                .setTemplate(toWire(workload.template()));
        if (workload.replicas() != null) {
            wire.setReplicas(workload.replicas());
        }
        if (workload.selector() != null) {
            wire.setSelector(SelectorMapping.toWire(workload.selector()));
        }
        return wire.build();
    }

    static WorkloadSpec fromWire(WorkloadFacts wire) {
        Bounds.present("WorkloadFacts.template", wire.hasTemplate());
        return new WorkloadSpec(
                MetaMapping.fromWire("WorkloadFacts.meta", wire.hasMeta(), wire.getMeta()),
                Bounds.name("WorkloadFacts.kind_name", wire.getKindName()),
                wire.getGeneration(),
                wire.hasReplicas() ? wire.getReplicas() : null,
                wire.hasSelector() ? SelectorMapping.fromWire(wire.getSelector()) : null,
                wire.getSuspended(),
                fromWire(wire.getTemplate()));
    }

    private static PodTemplateFacts toWire(PodTemplate template) {
        PodTemplateFacts.Builder wire = PodTemplateFacts.newBuilder()
                .setPath(Bounds.name("PodTemplateFacts.path", template.path()))
                .putAllLabels(Bounds.labels("PodTemplateFacts.labels", template.labels()))
                .putAllAnnotations(TextMapping.toWire("PodTemplateFacts.annotations", template.annotations()))
                .setServiceAccount(Bounds.name("PodTemplateFacts.service_account", template.serviceAccount()))
                .setHostNetwork(template.hostNetwork())
                .setHostPid(template.hostPid())
                .setHostIpc(template.hostIpc())
                .setShareProcessNamespace(template.shareProcessNamespace())
                .setRuntimeClass(Bounds.name("PodTemplateFacts.runtime_class", template.runtimeClass()))
                .setPriorityClass(Bounds.name("PodTemplateFacts.priority_class", template.priorityClass()))
                .setNodeName(Bounds.name("PodTemplateFacts.node_name", template.nodeName()))
                .putAllNodeSelector(Bounds.labels("PodTemplateFacts.node_selector", template.nodeSelector()))
                .putAllSysctls(Bounds.labels("PodTemplateFacts.sysctls", template.sysctls()))
                .addAllImagePullSecrets(
                        Bounds.names("PodTemplateFacts.image_pull_secrets", template.imagePullSecrets()));
        if (template.automountToken() != null) {
            wire.setAutomountToken(template.automountToken());
        }
        if (template.hostUsers() != null) {
            wire.setHostUsers(template.hostUsers());
        }
        Bounds.list("PodTemplateFacts.volumes", template.volumes()).forEach(volume -> wire.addVolumes(toWire(volume)));
        Bounds.list("PodTemplateFacts.containers", template.containers())
                .forEach(container -> wire.addContainers(ContainerMapping.toWire(container)));
        return wire.build();
    }

    private static PodTemplate fromWire(PodTemplateFacts wire) {
        return new PodTemplate(
                Bounds.name("PodTemplateFacts.path", wire.getPath()),
                Bounds.labels("PodTemplateFacts.labels", wire.getLabelsMap()),
                TextMapping.fromWire("PodTemplateFacts.annotations", wire.getAnnotationsMap()),
                Bounds.name("PodTemplateFacts.service_account", wire.getServiceAccount()),
                wire.hasAutomountToken() ? wire.getAutomountToken() : null,
                wire.getHostNetwork(),
                wire.getHostPid(),
                wire.getHostIpc(),
                wire.getShareProcessNamespace(),
                wire.hasHostUsers() ? wire.getHostUsers() : null,
                Bounds.name("PodTemplateFacts.runtime_class", wire.getRuntimeClass()),
                Bounds.name("PodTemplateFacts.priority_class", wire.getPriorityClass()),
                Bounds.name("PodTemplateFacts.node_name", wire.getNodeName()),
                Bounds.labels("PodTemplateFacts.node_selector", wire.getNodeSelectorMap()),
                Bounds.labels("PodTemplateFacts.sysctls", wire.getSysctlsMap()),
                Bounds.names("PodTemplateFacts.image_pull_secrets", wire.getImagePullSecretsList()),
                Bounds.list("PodTemplateFacts.volumes", wire.getVolumesList()).stream()
                        .map(WorkloadMapping::fromWire)
                        .toList(),
                Bounds.list("PodTemplateFacts.containers", wire.getContainersList()).stream()
                        .map(ContainerMapping::fromWire)
                        .toList());
    }

    private static VolumeFacts toWire(Volume volume) {
        return VolumeFacts.newBuilder()
                .setName(Bounds.name("VolumeFacts.name", volume.name()))
                .setType(Bounds.name("VolumeFacts.type", volume.type()))
                .setSource(Bounds.name("VolumeFacts.source", volume.source()))
                .addAllSources(Bounds.names("VolumeFacts.sources", volume.sources()))
                .build();
    }

    private static Volume fromWire(VolumeFacts wire) {
        return new Volume(
                Bounds.name("VolumeFacts.name", wire.getName()),
                Bounds.name("VolumeFacts.type", wire.getType()),
                Bounds.name("VolumeFacts.source", wire.getSource()),
                Bounds.names("VolumeFacts.sources", wire.getSourcesList()));
    }
}
