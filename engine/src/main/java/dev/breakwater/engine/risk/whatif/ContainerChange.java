package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.engine.model.Resources;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A change to one container of the pod template. */
public sealed interface ContainerChange extends FactChange
        permits SecurityChange,
                ContainerChange.SetLimits,
                ContainerChange.AddProbes,
                ContainerChange.PinDigest,
                ContainerChange.RemoveHostPort,
                ContainerChange.RemoveEnvironmentVariable {

    /** The container's name. */
    String container();

    /** Makes the change. */
    Container edit(Container container);

    @Override
    default List<String> arguments() {
        return List.of(container());
    }

    @Override
    default Facts apply(Facts facts, Instant asOf) {
        return facts.withSpec(spec -> WorkloadEdit.edited(
                spec,
                w -> w.containers = w.containers.stream()
                        .map(c -> c.name().equals(container()) ? edit(c) : c)
                        .toList()));
    }

    /**
     * Sets limits; a request that is not set becomes equal to its limit, as Kubernetes does it.
     *
     * @param cpu in cores
     * @param memory in bytes
     */
    record SetLimits(String container, double cpu, long memory) implements ContainerChange {

        @Override
        public String type() {
            return "set-limits";
        }

        @Override
        public List<String> arguments() {
            return List.of(container, String.valueOf(cpu), String.valueOf(memory));
        }

        @Override
        public String label() {
            return "Limit " + container + " to " + cpu + " CPU and " + (memory >> 20) + " MiB";
        }

        @Override
        public Container edit(Container from) {
            return ContainerEdit.edited(from, c -> {
                Double cpuRequest = c.resources.cpuRequest();
                Long memoryRequest = c.resources.memoryRequest();
                c.resources = new Resources(
                        cpuRequest == null ? cpu : Math.min(cpuRequest, cpu),
                        cpu,
                        memoryRequest == null ? memory : Math.min(memoryRequest, memory),
                        memory);
            });
        }
    }

    /** Adds liveness and readiness probes. */
    record AddProbes(String container) implements ContainerChange {

        @Override
        public String type() {
            return "add-probes";
        }

        @Override
        public String label() {
            return "Probe " + container + " for liveness and readiness";
        }

        @Override
        public Container edit(Container from) {
            return ContainerEdit.edited(from, c -> c.probes = new Container.Probes(true, true, c.probes.startup()));
        }
    }

    /** Names the image by a digest, so that what runs cannot change unseen; a tag that says nothing goes. */
    record PinDigest(String container, Digest digest) implements ContainerChange {

        @Override
        public String type() {
            return "pin-digest";
        }

        @Override
        public List<String> arguments() {
            return List.of(container, digest.value());
        }

        @Override
        public String label() {
            return "Pin the image of " + container + " to " + digest.abbreviated();
        }

        @Override
        public Container edit(Container from) {
            return ContainerEdit.edited(from, c -> c.image = pinned(c.image));
        }

        /** What is known of the image, by its digest or else by its tag, stays known under its new name. */
        @Override
        public Facts apply(Facts facts, Instant asOf) {
            Map<String, ImageDetails> images =
                    new HashMap<>(facts.surroundings().images());
            facts.spec().template().containers().stream()
                    .filter(c -> c.name().equals(container))
                    .map(Container::image)
                    .forEach(declared -> Stream.of(declared.withDigest(digest), declared)
                            .map(name -> images.get(name.canonical()))
                            .filter(Objects::nonNull)
                            .findFirst()
                            .ifPresent(
                                    known -> images.putIfAbsent(pinned(declared).canonical(), known)));
            return ContainerChange.super.apply(facts, asOf).withSurroundings(s -> {
                s.images = images;
                return s;
            });
        }

        private ImageName pinned(ImageName declared) {
            String tag = declared.tag().equals("latest") ? "" : declared.tag();
            ImageName name = new ImageName(declared.registry(), declared.repository(), tag, digest, "");
            return ImageName.parse(name.canonical());
        }
    }

    /** No longer takes a port of the node. */
    record RemoveHostPort(String container, int hostPort) implements ContainerChange {

        @Override
        public String type() {
            return "remove-host-port";
        }

        @Override
        public List<String> arguments() {
            return List.of(container, String.valueOf(hostPort));
        }

        @Override
        public String label() {
            return "Close port " + hostPort + " of the node for " + container;
        }

        @Override
        public Container edit(Container from) {
            return ContainerEdit.edited(
                    from,
                    c -> c.ports = c.ports.stream()
                            .map(p -> p.hostPort() == hostPort
                                    ? new Container.Port(p.name(), p.containerPort(), 0, p.protocol())
                                    : p)
                            .toList());
        }
    }

    /** No longer sets an environment variable. */
    record RemoveEnvironmentVariable(String container, String name) implements ContainerChange {

        @Override
        public String type() {
            return "remove-environment-variable";
        }

        @Override
        public List<String> arguments() {
            return List.of(container, name);
        }

        @Override
        public String label() {
            return "Take " + name + " out of the environment of " + container;
        }

        @Override
        public Container edit(Container from) {
            return ContainerEdit.edited(
                    from,
                    c -> c.env =
                            c.env.stream().filter(e -> !e.name().equals(name)).toList());
        }
    }
}
