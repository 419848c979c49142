package dev.breakwater.engine.assembly;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.Endpoints;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.engine.model.Ingress;
import dev.breakwater.engine.model.Namespace;
import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Pod;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.Resources;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.SecurityContext;
import dev.breakwater.engine.model.Service;
import dev.breakwater.engine.model.ServiceAccount;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Deployment {@code web} in namespace {@code shop} with account {@code web}, and what may stand around it. */
final class AssemblyFixtures {

    static final String NS = "shop";
    static final Map<String, String> LABELS = Map.of("app", "web", "tier", "front");

    private AssemblyFixtures() {}

    static Container container(String name, Container.Port... ports) {
        return new Container(
                "spec.template.spec.containers[0]",
                name,
                Container.Type.REGULAR,
                false,
                ImageName.parse("web:1"),
                List.of(),
                List.of(),
                List.of(),
                List.of(ports),
                Resources.NOT_SET,
                SecurityContext.NOT_SET,
                new Container.Probes(false, false, false),
                List.of());
    }

    static WorkloadSpec spec(boolean hostNetwork, @Nullable Boolean automountToken, Container... containers) {
        PodTemplate template = new PodTemplate(
                "spec.template.spec",
                LABELS,
                Map.of(),
                "web",
                automountToken,
                hostNetwork,
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
                List.of(containers));
        ObjectMeta meta = new ObjectMeta(NS, "web", "uid-1", LABELS, Map.of(), Instant.EPOCH);
        return new WorkloadSpec(meta, "Deployment", 1, 1, null, false, template);
    }

    static WorkloadSpec web() {
        return spec(
                false,
                null,
                container(
                        "app",
                        new Container.Port("http", 8080, 0, "TCP"),
                        new Container.Port("metrics", 9090, 0, "TCP")));
    }

    static Service service(
            String name, Service.Type type, @Nullable Map<String, String> selector, Service.Port... ports) {
        return new Service(ObjectMeta.of(NS, name), type, selector, List.of(ports), List.of(), List.of(), List.of());
    }

    static Service.Port port(int port, String target) {
        return new Service.Port("p" + port, port, target, "TCP", 0);
    }

    static Ingress ingress(String name, String host, String service, String port) {
        return new Ingress(
                ObjectMeta.of(NS, name),
                Ingress.INGRESS,
                "",
                List.of(new Ingress.Backend(host, "/", service, port)),
                false);
    }

    static Endpoints endpoints(String service, String... pods) {
        return new Endpoints(ObjectMeta.of(NS, service), service, List.of(pods));
    }

    static Pod pod(String name, String phase, int startedAt, @Nullable Digest digest) {
        return new Pod(
                ObjectMeta.of(NS, name),
                "Deployment",
                "web",
                "n1",
                phase,
                Instant.ofEpochSecond(startedAt),
                List.of(new Pod.Instance("app", "web:1", digest, "running", startedAt)));
    }

    static Digest digest(char digit) {
        return new Digest("sha256:" + String.valueOf(digit).repeat(64));
    }

    static Role role(String namespace, String name, Role.Rule... rules) {
        return new Role(ObjectMeta.of(namespace, name), List.of(rules), List.of());
    }

    static Role.Rule rule(String group, String resource, String... verbs) {
        return new Role.Rule(List.of(group), List.of(resource), List.of(), List.of(verbs), List.of());
    }

    static RoleBinding binding(String namespace, String name, String roleKind, RoleBinding.Subject... subjects) {
        return new RoleBinding(ObjectMeta.of(namespace, name), roleKind, "r", List.of(subjects));
    }

    static RoleBinding.Subject account(String namespace, String name) {
        return new RoleBinding.Subject("ServiceAccount", namespace, name);
    }

    /** Everything known, and nothing there. */
    static Around nothing() {
        return new Around(
                Observed.known(Optional.empty()),
                Observed.known(List.of()),
                Observed.known(List.of()),
                Observed.known(List.of()),
                Observed.known(List.of()),
                Observed.known(Optional.empty()),
                Observed.known(List.of()),
                Observed.known(List.of()),
                Observed.known(List.of()),
                Map.of());
    }

    static <T> Observed<T> forbidden() {
        return Observed.unknown(UnknownReason.FORBIDDEN, "The sensor may not list it.");
    }

    static Workload assemble(WorkloadSpec spec, Around around) {
        return new Assembler().assemble(spec, around.surroundings());
    }

    static List<Exposure> exposures(WorkloadSpec spec, Around around) {
        return assemble(spec, around).exposures().toOptional().orElseThrow();
    }

    /** Surroundings with one part replaced at a time. */
    record Around(
            Observed<Optional<Namespace>> namespace,
            Observed<List<Service>> services,
            Observed<List<Endpoints>> endpoints,
            Observed<List<Ingress>> ingresses,
            Observed<List<NetworkPolicy>> policies,
            Observed<Optional<ServiceAccount>> account,
            Observed<List<RoleBinding>> bindings,
            Observed<List<Role>> roles,
            Observed<List<Pod>> pods,
            Map<String, ImageDetails> images) {

        Surroundings surroundings() {
            return new Surroundings(
                    "prod", namespace, services, endpoints, ingresses, policies, account, bindings, roles, pods,
                    images);
        }

        Around namespace(Observed<Optional<Namespace>> it) {
            return new Around(it, services, endpoints, ingresses, policies, account, bindings, roles, pods, images);
        }

        Around services(Observed<List<Service>> it) {
            return new Around(namespace, it, endpoints, ingresses, policies, account, bindings, roles, pods, images);
        }

        Around services(Service... them) {
            return services(Observed.known(List.of(them)));
        }

        Around endpoints(Observed<List<Endpoints>> it) {
            return new Around(namespace, services, it, ingresses, policies, account, bindings, roles, pods, images);
        }

        Around ingresses(Observed<List<Ingress>> it) {
            return new Around(namespace, services, endpoints, it, policies, account, bindings, roles, pods, images);
        }

        Around policies(Observed<List<NetworkPolicy>> it) {
            return new Around(namespace, services, endpoints, ingresses, it, account, bindings, roles, pods, images);
        }

        Around account(Observed<Optional<ServiceAccount>> it) {
            return new Around(namespace, services, endpoints, ingresses, policies, it, bindings, roles, pods, images);
        }

        Around bindings(Observed<List<RoleBinding>> it) {
            return new Around(namespace, services, endpoints, ingresses, policies, account, it, roles, pods, images);
        }

        Around roles(Observed<List<Role>> it) {
            return new Around(namespace, services, endpoints, ingresses, policies, account, bindings, it, pods, images);
        }

        Around pods(Observed<List<Pod>> it) {
            return new Around(
                    namespace, services, endpoints, ingresses, policies, account, bindings, roles, it, images);
        }

        Around images(Map<String, ImageDetails> it) {
            return new Around(namespace, services, endpoints, ingresses, policies, account, bindings, roles, pods, it);
        }
    }
}
