package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.assembly.Assembler;
import dev.breakwater.engine.assembly.Surroundings;
import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.engine.model.ImageScan.InstalledPackage;
import dev.breakwater.engine.model.Ingress;
import dev.breakwater.engine.model.Namespace;
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
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.VolumeMount;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.engine.policy.BuiltInPolicies;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.risk.RiskFixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The payment service of a shop, set up as badly as it gets, and the real stages to judge it. */
final class WhatIfFixtures {

    static final Digest RUNNING = new Digest("sha256:" + "ab".repeat(32));

    static final Map<UUID, Policy> POLICIES =
            BuiltInPolicies.all().stream().collect(Collectors.toMap(Policy::id, Function.identity()));
    static final Assembler ASSEMBLER = new Assembler();
    static final CompiledPolicies COMPILED = CompiledPolicies.compile(BuiltInPolicies.all());

    static final WhatIf WHAT_IF = new WhatIf(ASSEMBLER::assemble, COMPILED::judge, POLICIES::get);

    static final Judgement JUDGEMENT = new Judgement(ASSEMBLER::assemble, COMPILED::judge, POLICIES::get);

    /** Every change of facts that applies to the payment service. */
    static final List<Change> FACT_CHANGES =
            List.copyOf(Candidates.of(question().facts(), question().asOf()));

    private WhatIfFixtures() {}

    static Question question() {
        return Question.of(spec(), surroundings(), RiskFixtures.NOW);
    }

    static Policy policy(String name) {
        return POLICIES.values().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static WorkloadSpec spec() {
        return new WorkloadSpec(ObjectMeta.of("shop", "pay"), "Deployment", 1, 1, null, false, template());
    }

    private static PodTemplate template() {
        return new PodTemplate(
                "spec.template.spec",
                Map.of("app", "pay"),
                Map.of(),
                "pay",
                null,
                true,
                true,
                false,
                false,
                null,
                "",
                "",
                "",
                Map.of(),
                Map.of(),
                List.of(),
                List.of(
                        new Volume("engine", "hostPath", "/var/run/docker.sock", List.of()),
                        new Volume("cache", "emptyDir", "", List.of()),
                        new Volume("key", "secret", "pay-key", List.of())),
                List.of(
                        container(
                                0,
                                "pay",
                                new SecurityContext(
                                        true,
                                        0L,
                                        null,
                                        null,
                                        null,
                                        null,
                                        List.of("SYS_ADMIN"),
                                        List.of(),
                                        null,
                                        null,
                                        null,
                                        null)),
                        container(
                                1,
                                "proxy",
                                new SecurityContext(
                                        false,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        List.of("NET_ADMIN"),
                                        List.of(),
                                        null,
                                        null,
                                        null,
                                        null))));
    }

    private static Container container(int index, String name, SecurityContext security) {
        return new Container(
                "spec.template.spec.containers[" + index + "]",
                name,
                Container.Type.REGULAR,
                false,
                ImageName.parse("registry.example.com/" + name + ":latest"),
                List.of(),
                List.of(),
                List.of(new EnvVar(
                        "TOKEN", EnvVar.Source.RAW, Text.redacted("high-entropy", 32, "0123456789abcdef"), "", "")),
                List.of(new Container.Port("http", 8080 + index, index == 0 ? 9090 : 0, "TCP")),
                Resources.NOT_SET,
                security,
                new Container.Probes(false, false, false),
                List.of(
                        new VolumeMount("engine", "/var/run/docker.sock", "", false, "NONE"),
                        new VolumeMount("cache", "/cache", "", false, "NONE"),
                        new VolumeMount("key", "/key", "", true, "NONE")));
    }

    static Surroundings surroundings() {
        ObjectMeta binding = ObjectMeta.of("", "pay-admin");
        return new Surroundings(
                "c1",
                Observed.known(Optional.of(new Namespace(ObjectMeta.of("", "shop")))),
                Observed.known(List.of(service("pay", Service.Type.LOAD_BALANCER, 8080, 30080))),
                Observed.known(List.of()),
                Observed.known(List.of(new Ingress(
                        ObjectMeta.of("shop", "front"),
                        Ingress.INGRESS,
                        "",
                        List.of(new Ingress.Backend("pay.example.com", "/", "pay", "80")),
                        true))),
                Observed.known(List.of()),
                Observed.known(
                        Optional.of(new ServiceAccount(ObjectMeta.of("shop", "pay"), null, List.of(), List.of()))),
                Observed.known(List.of(new RoleBinding(
                        binding,
                        "ClusterRole",
                        "cluster-admin",
                        List.of(new RoleBinding.Subject("ServiceAccount", "shop", "pay"))))),
                Observed.known(List.of(new Role(
                        ObjectMeta.of("", "cluster-admin"),
                        List.of(new Role.Rule(List.of("*"), List.of("*"), List.of(), List.of("*"), List.of("*"))),
                        List.of()))),
                Observed.known(List.of(new Pod(
                        ObjectMeta.of("shop", "pay-1"),
                        "Deployment",
                        "pay",
                        "node-1",
                        "Running",
                        null,
                        List.of(new Pod.Instance("pay", "registry.example.com/pay:latest", RUNNING, "running", 0))))),
                Map.of(
                        "registry.example.com/pay:latest", image(300, 30),
                        "registry.example.com/proxy:latest", image(100, 3)));
    }

    private static Service service(String name, Service.Type type, int targetPort, int nodePort) {
        return new Service(
                ObjectMeta.of("shop", name),
                type,
                Map.of("app", "pay"),
                List.of(new Service.Port("http", 80, String.valueOf(targetPort), "TCP", nodePort)),
                List.of(),
                List.of("203.0.113.7"),
                List.of());
    }

    private static ImageDetails image(int days, int packages) {
        ImageDetails none = ImageDetails.NOT_LOOKED_AT;
        return new ImageDetails(
                RiskFixtures.daysOld(days),
                none.user(),
                none.labels(),
                RiskFixtures.scan(IntStream.range(0, packages)
                        .mapToObj(i -> i == 0
                                ? RiskFixtures.installed("bash", Severity.HIGH, Severity.CRITICAL)
                                : RiskFixtures.installed("package-" + i))
                        .toArray(InstalledPackage[]::new)));
    }
}
