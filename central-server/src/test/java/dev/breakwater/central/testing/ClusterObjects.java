package dev.breakwater.central.testing;

import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.engine.model.LabelSelector;
import dev.breakwater.engine.model.Namespace;
import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Pod;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.Resources;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.SecurityContext;
import dev.breakwater.engine.model.Service;
import dev.breakwater.engine.model.ServiceAccount;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects of a cluster, as small as a test can use them. */
public final class ClusterObjects {

    private ClusterObjects() {}

    public static Namespace namespace(String name, Map<String, String> labels) {
        return new Namespace(new ObjectMeta("", name, "", labels, Map.of(), null));
    }

    public static ServiceAccount account(String namespace, String name) {
        return new ServiceAccount(ObjectMeta.of(namespace, name), null, List.of(), List.of());
    }

    /** A deployment with the label {@code app=<name>}, one container {@code main} that is not privileged. */
    public static WorkloadSpec deployment(String namespace, String name) {
        return deployment(namespace, name, "registry.example.com/" + name + ":1.0", false);
    }

    public static WorkloadSpec deployment(String namespace, String name, String image, boolean privileged) {
        return deployment(namespace, name, image, privileged, "default");
    }

    public static WorkloadSpec deployment(
            String namespace, String name, String image, boolean privileged, String account) {
        return deployment(
                new ObjectMeta(namespace, name, "", Map.of("app", name), Map.of(), null), image, privileged, account);
    }

    public static WorkloadSpec deployment(ObjectMeta meta, String image, boolean privileged, String account) {
        Container container = new Container(
                "spec.template.spec.containers[0]",
                "main",
                Container.Type.REGULAR,
                false,
                ImageName.parse(image),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Container.Port("http", 8080, 0, "TCP")),
                Resources.NOT_SET,
                privileged ? privileged() : SecurityContext.NOT_SET,
                new Container.Probes(false, false, false),
                List.of());
        PodTemplate template = new PodTemplate(
                "spec.template.spec",
                Map.of("app", meta.name()),
                Map.of(),
                account,
                null,
                false,
                false,
                false,
                false,
                null,
                "",
                "",
                "",
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(container));
        LabelSelector selector = new LabelSelector(Map.of("app", meta.name()), List.of());
        return new WorkloadSpec(meta, "Deployment", 0, 1, selector, false, template);
    }

    private static SecurityContext privileged() {
        return new SecurityContext(true, null, null, null, null, null, List.of(), List.of(), null, null, null, null);
    }

    public static Pod pod(WorkloadSpec owner, String name, @Nullable Digest running) {
        return new Pod(
                ObjectMeta.of(owner.meta().namespace(), name),
                owner.kindName(),
                owner.meta().name(),
                "node-1",
                "Running",
                null,
                List.of(new Pod.Instance(
                        "main", owner.template().containers().getFirst().image().original(), running, "running", 0)));
    }

    public static Service loadBalancer(String namespace, String name, String app) {
        return new Service(
                ObjectMeta.of(namespace, name),
                Service.Type.LOAD_BALANCER,
                Map.of("app", app),
                List.of(new Service.Port("http", 80, "8080", "TCP", 0)),
                List.of(),
                List.of("203.0.113.7"),
                List.of());
    }

    public static NetworkPolicy denyAll(String namespace) {
        return new NetworkPolicy(
                ObjectMeta.of(namespace, "deny-all"), LabelSelector.EVERYTHING, true, true, List.of(), List.of());
    }

    /** A cluster role that may do everything. */
    public static Role clusterAdmin() {
        return new Role(
                ObjectMeta.of("", "cluster-admin"),
                List.of(new Role.Rule(List.of("*"), List.of("*"), List.of(), List.of("*"), List.of())),
                List.of());
    }

    public static RoleBinding bind(String name, String clusterRole, RoleBinding.Subject... subjects) {
        return new RoleBinding(ObjectMeta.of("", name), "ClusterRole", clusterRole, List.of(subjects));
    }

    /** The same object with labels. */
    public static ClusterObject labelled(WorkloadSpec spec, Map<String, String> labels) {
        ObjectMeta meta = new ObjectMeta(
                spec.meta().namespace(), spec.meta().name(), spec.meta().uid(), labels, Map.of(), null);
        return new WorkloadSpec(
                meta,
                spec.kindName(),
                spec.generation(),
                spec.replicas(),
                spec.selector(),
                spec.suspended(),
                spec.template());
    }
}
