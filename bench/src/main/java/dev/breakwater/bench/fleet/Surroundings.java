package dev.breakwater.bench.fleet;

import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Namespace;
import dev.breakwater.engine.model.Node;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Pod;
import dev.breakwater.engine.model.Service;
import dev.breakwater.engine.model.WorkloadSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What stands around Deployments: namespaces, nodes, pods and Services. */
final class Surroundings {

    private static final Instant STARTED = Instant.parse("2026-11-20T06:00:00Z");

    private final Names names;

    Surroundings(Names names) {
        this.names = names;
    }

    Namespace namespace(int index) {
        String name = names.namespaceAt(index);
        Map<String, String> labels = Map.of(
                "kubernetes.io/metadata.name",
                name,
                "team",
                "team-" + index % 40,
                "tier",
                index % 3 == 0 ? "production" : "staging");
        return new Namespace(names.meta("", name, labels, Map.of(), index));
    }

    Node node(int index) {
        String name = names.node(index);
        Map<String, String> labels = Map.of(
                "kubernetes.io/hostname",
                name,
                "kubernetes.io/arch",
                "amd64",
                "topology.kubernetes.io/zone",
                "zone-" + index % 3);
        return new Node(
                names.meta("", name, labels, Map.of(), index),
                List.of(index % 100 == 0 ? "control-plane" : "worker"),
                "Debian GNU/Linux 13",
                "6.12.41",
                "containerd://2.1.4",
                "v1.34.2",
                "amd64",
                "machine-" + index,
                List.of("10.20." + index / 250 + "." + index % 250),
                List.of(),
                List.of(new Node.Condition("Ready", "True", "KubeletReady")),
                false);
    }

    Pod pod(WorkloadSpec deployment, int index, int ordinal) {
        ObjectMeta owner = deployment.meta();
        String name = owner.name() + "-6f9c7d8b54-" + Integer.toString(46_656 + ordinal * 7_919, 36);
        List<Pod.Instance> containers = deployment.template().containers().stream()
                .map(Surroundings::running)
                .toList();
        return new Pod(
                names.meta(owner.namespace(), name, deployment.podLabels(), Map.of(), index),
                deployment.kindName(),
                owner.name(),
                names.node(index * 7 + ordinal * 131),
                "Running",
                STARTED.plusSeconds(index),
                containers);
    }

    private static Pod.Instance running(Container container) {
        String image = container.image().original();
        return new Pod.Instance(container.name(), image, Names.digest(image), "running", 0);
    }

    /** Most are internal; one in ten is reached from outside. */
    ClusterObject service(WorkloadSpec deployment, SplittableRandom random) {
        ObjectMeta owner = deployment.meta();
        int kind = random.nextInt(20);
        Service.Type type =
                kind == 0 ? Service.Type.LOAD_BALANCER : kind == 1 ? Service.Type.NODE_PORT : Service.Type.CLUSTER_IP;
        return new Service(
                names.meta(owner.namespace(), owner.name(), owner.labels(), Map.of(), 0),
                type,
                Map.of("app", owner.name()),
                List.of(new Service.Port("http", 80, "http", "TCP", kind == 1 ? 30_080 : 0)),
                List.of(),
                kind == 0 ? List.of("203.0.113." + random.nextInt(1, 250)) : List.of(),
                List.of());
    }
}
