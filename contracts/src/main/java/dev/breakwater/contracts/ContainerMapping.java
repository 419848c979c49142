package dev.breakwater.contracts;

import dev.breakwater.contracts.v1.ContainerFacts;
import dev.breakwater.contracts.v1.VolumeMountFacts;
import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.VolumeMount;

/** Containers with their ports, probes and mounts. */
final class ContainerMapping {

    private ContainerMapping() {}

    static ContainerFacts toWire(Container container) {
        ContainerFacts.Builder wire = ContainerFacts.newBuilder()
                .setPath(Bounds.name("ContainerFacts.path", container.path()))
                .setName(Bounds.name("ContainerFacts.name", container.name()))
                .setType(
                        switch (container.type()) {
                            case REGULAR -> ContainerFacts.Type.TYPE_REGULAR;
                            case INIT -> ContainerFacts.Type.TYPE_INIT;
                            case EPHEMERAL -> ContainerFacts.Type.TYPE_EPHEMERAL;
                        })
                .setRestartsAlways(container.restartsAlways())
                .setImage(ImageMapping.toWire(container.image()))
                .addAllCommand(TextMapping.toWire("ContainerFacts.command", container.command()))
                .addAllArgs(TextMapping.toWire("ContainerFacts.args", container.args()))
                .setResources(ResourcesMapping.toWire(container.resources()))
                .setSecurity(SecurityContextMapping.toWire(container.security()))
                .setProbes(ContainerFacts.Probes.newBuilder()
                        .setLiveness(container.probes().liveness())
                        .setReadiness(container.probes().readiness())
                        .setStartup(container.probes().startup()))
                .setPullPolicy(Bounds.name("ContainerFacts.pull_policy", container.pullPolicy()));
        Bounds.list("ContainerFacts.env", container.env())
                .forEach(variable -> wire.addEnv(EnvVarMapping.toWire(variable)));
        Bounds.list("ContainerFacts.ports", container.ports()).forEach(port -> wire.addPorts(toWire(port)));
        Bounds.list("ContainerFacts.mounts", container.mounts()).forEach(mount -> wire.addMounts(toWire(mount)));
        return wire.build();
    }

    static Container fromWire(ContainerFacts wire) {
        Bounds.present("ContainerFacts.probes", wire.hasProbes());
        return new Container(
                Bounds.name("ContainerFacts.path", wire.getPath()),
                Bounds.name("ContainerFacts.name", wire.getName()),
                typeFromWire(wire),
                wire.getRestartsAlways(),
                ImageMapping.fromWire("ContainerFacts.image", wire.hasImage(), wire.getImage()),
                TextMapping.fromWire("ContainerFacts.command", wire.getCommandList()),
                TextMapping.fromWire("ContainerFacts.args", wire.getArgsList()),
                Bounds.list("ContainerFacts.env", wire.getEnvList()).stream()
                        .map(EnvVarMapping::fromWire)
                        .toList(),
                Bounds.list("ContainerFacts.ports", wire.getPortsList()).stream()
                        .map(ContainerMapping::fromWire)
                        .toList(),
                ResourcesMapping.fromWire("ContainerFacts.resources", wire.hasResources(), wire.getResources()),
                SecurityContextMapping.fromWire("ContainerFacts.security", wire.hasSecurity(), wire.getSecurity()),
                new Container.Probes(
                        wire.getProbes().getLiveness(),
                        wire.getProbes().getReadiness(),
                        wire.getProbes().getStartup()),
                Bounds.list("ContainerFacts.mounts", wire.getMountsList()).stream()
                        .map(ContainerMapping::fromWire)
                        .toList(),
                Bounds.name("ContainerFacts.pull_policy", wire.getPullPolicy()));
    }

    private static Container.Type typeFromWire(ContainerFacts wire) {
        return switch (wire.getType()) {
            case TYPE_REGULAR -> Container.Type.REGULAR;
            case TYPE_INIT -> Container.Type.INIT;
            case TYPE_EPHEMERAL -> Container.Type.EPHEMERAL;
            case TYPE_UNSPECIFIED, UNRECOGNIZED ->
                throw new WireException(
                        "ContainerFacts.type", "number " + wire.getTypeValue(), "a type of this version, 1 to 3");
        };
    }

    private static ContainerFacts.Port toWire(Container.Port port) {
        return ContainerFacts.Port.newBuilder()
                .setName(Bounds.name("Port.name", port.name()))
                .setContainerPort(port.containerPort())
                .setHostPort(port.hostPort())
                .setProtocol(Bounds.name("Port.protocol", port.protocol()))
                .build();
    }

    private static Container.Port fromWire(ContainerFacts.Port wire) {
        return new Container.Port(
                Bounds.name("Port.name", wire.getName()),
                wire.getContainerPort(),
                wire.getHostPort(),
                Bounds.name("Port.protocol", wire.getProtocol()));
    }

    private static VolumeMountFacts toWire(VolumeMount mount) {
        return VolumeMountFacts.newBuilder()
                .setVolume(Bounds.name("VolumeMountFacts.volume", mount.volume()))
                .setPath(Bounds.name("VolumeMountFacts.path", mount.path()))
                .setSubPath(Bounds.name("VolumeMountFacts.sub_path", mount.subPath()))
                .setReadOnly(mount.readOnly())
                .setPropagation(Bounds.name("VolumeMountFacts.propagation", mount.propagation()))
                .build();
    }

    private static VolumeMount fromWire(VolumeMountFacts wire) {
        return new VolumeMount(
                Bounds.name("VolumeMountFacts.volume", wire.getVolume()),
                Bounds.name("VolumeMountFacts.path", wire.getPath()),
                Bounds.name("VolumeMountFacts.sub_path", wire.getSubPath()),
                wire.getReadOnly(),
                Bounds.name("VolumeMountFacts.propagation", wire.getPropagation()));
    }
}
