package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.engine.model.Resources;
import dev.breakwater.engine.model.VolumeMount;
import java.util.List;
import java.util.function.Consumer;

/** A container in the making, so that a change names only what it changes. */
final class ContainerEdit {

    private final Container from;
    ImageName image;
    List<EnvVar> env;
    List<Container.Port> ports;
    Resources resources;
    Container.Probes probes;
    List<VolumeMount> mounts;
    final SecurityEdit security;

    ContainerEdit(Container from) {
        this.from = from;
        image = from.image();
        env = from.env();
        ports = from.ports();
        resources = from.resources();
        probes = from.probes();
        mounts = from.mounts();
        security = new SecurityEdit(from);
    }

    static Container edited(Container from, Consumer<ContainerEdit> change) {
        ContainerEdit edit = new ContainerEdit(from);
        change.accept(edit);
        return edit.build();
    }

    private Container build() {
        return new Container(
                from.path(),
                from.name(),
                from.type(),
                from.restartsAlways(),
                image,
                from.command(),
                from.args(),
                env,
                ports,
                resources,
                security.build(),
                probes,
                mounts,
                from.pullPolicy());
    }
}
