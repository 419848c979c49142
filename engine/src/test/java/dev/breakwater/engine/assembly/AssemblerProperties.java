package dev.breakwater.engine.assembly;

import static dev.breakwater.engine.assembly.AssemblyFixtures.account;
import static dev.breakwater.engine.assembly.AssemblyFixtures.assemble;
import static dev.breakwater.engine.assembly.AssemblyFixtures.binding;
import static dev.breakwater.engine.assembly.AssemblyFixtures.digest;
import static dev.breakwater.engine.assembly.AssemblyFixtures.endpoints;
import static dev.breakwater.engine.assembly.AssemblyFixtures.exposures;
import static dev.breakwater.engine.assembly.AssemblyFixtures.forbidden;
import static dev.breakwater.engine.assembly.AssemblyFixtures.ingress;
import static dev.breakwater.engine.assembly.AssemblyFixtures.nothing;
import static dev.breakwater.engine.assembly.AssemblyFixtures.pod;
import static dev.breakwater.engine.assembly.AssemblyFixtures.port;
import static dev.breakwater.engine.assembly.AssemblyFixtures.role;
import static dev.breakwater.engine.assembly.AssemblyFixtures.rule;
import static dev.breakwater.engine.assembly.AssemblyFixtures.service;
import static dev.breakwater.engine.assembly.AssemblyFixtures.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.assembly.AssemblyFixtures.Around;
import dev.breakwater.engine.model.Endpoints;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.Ingress;
import dev.breakwater.engine.model.LabelSelector;
import dev.breakwater.engine.model.LabelSelector.Operator;
import dev.breakwater.engine.model.LabelSelector.Requirement;
import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Pod;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.Service;
import dev.breakwater.engine.model.Workload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AssemblerProperties {

    @Property(tries = 300)
    void oneMoreServiceNeverLowersAnExposure(@ForAll("around") Around around, @ForAll("services") Service more) {
        List<Service> services = new ArrayList<>(around.services().toOptional().orElseThrow());
        List<Exposure> before = exposures(web(), around);
        services.add(more);

        List<Exposure> after = exposures(web(), around.services(Observed.known(services)));

        for (Exposure exposure : before) {
            assertThat(after).anySatisfy(wider -> {
                assertThat(wider.containerPort()).isEqualTo(exposure.containerPort());
                assertThat(wider.protocol()).isEqualTo(exposure.protocol());
                assertThat(wider.method()).isGreaterThanOrEqualTo(exposure.method());
                assertThat(wider.routes()).containsAll(exposure.routes());
            });
        }
    }

    @Property(tries = 300)
    void theOrderOfWhatIsSeenDoesNotMatter(@ForAll("around") Around around, @ForAll Random random) {
        Around shuffled = new Around(
                around.namespace(),
                shuffled(around.services(), random),
                shuffled(around.endpoints(), random),
                shuffled(around.ingresses(), random),
                shuffled(around.policies(), random),
                around.account(),
                shuffled(around.bindings(), random),
                shuffled(around.roles(), random),
                shuffled(around.pods(), random),
                around.images());

        Workload first = assemble(web(), around);
        Workload second = assemble(web(), shuffled);

        assertThat(second).isEqualTo(first);
        assertThat(new Assembler().assembledFingerprint(second)).isEqualTo(new Assembler().assembledFingerprint(first));
    }

    @Property(tries = 200)
    void whatIsNotSeenIsUnknownAndTouchesNothingElse(@ForAll("around") Around around) {
        Workload seen = assemble(web(), around);

        assertThat(assemble(web(), around.services(forbidden())).exposures()).isEqualTo(forbidden());
        assertThat(assemble(web(), around.bindings(forbidden())).grants()).isEqualTo(forbidden());
        assertThat(assemble(web(), around.policies(forbidden())).networkPolicies())
                .isEqualTo(forbidden());
        assertThat(assemble(web(), around.account(forbidden())).tokenMounted()).isEqualTo(forbidden());
        assertThat(assemble(web(), around.pods(forbidden())).running()).isEqualTo(forbidden());
        for (Around blinder :
                List.of(around.ingresses(forbidden()), around.endpoints(forbidden()), around.pods(forbidden()))) {
            assertThat(assemble(web(), blinder).exposures()).isIn(seen.exposures(), forbidden());
        }
        assertThat(assemble(web(), around.roles(forbidden())).grants()).isIn(seen.grants(), forbidden());
        assertThat(assemble(web(), around.services(forbidden())).grants()).isEqualTo(seen.grants());
    }

    @Property(tries = 200)
    void aBindingOfAnotherAccountChangesNothing(
            @ForAll("around") Around around, @ForAll("names") String name, @ForAll("namespaces") String namespace) {
        List<RoleBinding> bindings =
                new ArrayList<>(around.bindings().toOptional().orElseThrow());
        bindings.add(binding("", "more", "ClusterRole", account(namespace, "not-" + name)));
        bindings.add(binding("shop", "more", "Role", account("not-" + namespace, name)));

        assertThat(assemble(web(), around.bindings(Observed.known(bindings))).grants())
                .isEqualTo(assemble(web(), around).grants());
    }

    @Property
    void selectorsReadLikeKubernetes(
            @ForAll("labels") Map<String, String> labels,
            @ForAll("names") String key,
            @ForAll("names") String value,
            @ForAll Operator operator) {
        boolean has = labels.containsKey(key);
        boolean same = value.equals(labels.get(key));
        boolean expected = switch (operator) {
            case IN -> same;
            case NOT_IN -> !same;
            case EXISTS -> has;
            case DOES_NOT_EXIST -> !has;
        };
        Requirement requirement = new Requirement(key, operator, List.of(value));

        assertThat(new LabelSelector(Map.of(), List.of(requirement)).matches(labels))
                .isEqualTo(expected);
        assertThat(LabelSelector.EVERYTHING.matches(labels)).isTrue();
        assertThat(new LabelSelector(labels, List.of()).matches(labels)).isTrue();
        assertThat(new LabelSelector(Map.of(key, value), List.of(requirement)).matches(labels))
                .isEqualTo(same && expected);
    }

    private static <T> Observed<List<T>> shuffled(Observed<List<T>> list, Random random) {
        return list.map(elements -> {
            List<T> copy = new ArrayList<>(elements);
            Collections.shuffle(copy, random);
            return copy;
        });
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("web", "api", "app", "tier", "front");
    }

    @Provide
    Arbitrary<String> namespaces() {
        return Arbitraries.of("shop", "other");
    }

    @Provide
    Arbitrary<Map<String, String>> labels() {
        return Arbitraries.maps(names(), names()).ofMaxSize(3);
    }

    @Provide
    Arbitrary<Service> services() {
        Arbitrary<Map<String, String>> selectors = Arbitraries.<Map<String, String>>of(
                        Map.of("app", "web"), Map.of("app", "web", "tier", "front"), Map.of("app", "api"), Map.of())
                .injectNull(0.2);
        Arbitrary<Service.Port> ports = Combinators.combine(
                        Arbitraries.of(80, 8080, 443, 0, -1, 70_000),
                        Arbitraries.of("", "http", "metrics", "8080", "nobody", "99999999999"))
                .as((port, target) -> port(port, target));
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.of(Service.Type.values()),
                        selectors,
                        ports.list().ofMaxSize(3))
                .as((name, type, selector, list) -> service(name, type, selector, list.toArray(Service.Port[]::new)));
    }

    private Arbitrary<Ingress> ingresses() {
        return Combinators.combine(
                        Arbitraries.of("i", "j"),
                        Arbitraries.of("", "x.example.com"),
                        Arbitraries.of("a", "b", "z"),
                        Arbitraries.of("80", "p80", "", "none"))
                .as((name, host, service, port) -> ingress(name, host, service, port));
    }

    private Arbitrary<Endpoints> endpointsOfServices() {
        return Combinators.combine(Arbitraries.of("a", "b", "c"), Arbitraries.of("web-1", "api-1"))
                .as((service, pod) -> endpoints(service, pod));
    }

    private Arbitrary<Pod> pods() {
        return Combinators.combine(
                        Arbitraries.of("web-1", "web-2"),
                        Arbitraries.of("Running", "Failed"),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of('a', 'b'))
                .as((name, phase, started, digit) -> pod(name, phase, started, digest(digit)));
    }

    private Arbitrary<RoleBinding> bindings() {
        return Combinators.combine(
                        Arbitraries.of("", "shop", "other"),
                        Arbitraries.of("b", "c"),
                        Arbitraries.of("Role", "ClusterRole"),
                        namespaces(),
                        names())
                .as((namespace, name, kind, ofAccount, account) ->
                        binding(namespace, name, kind, account(ofAccount, account)));
    }

    private Arbitrary<Role> roles() {
        return Combinators.combine(
                        Arbitraries.of("", "shop"), Arbitraries.of("*", "pods", "secrets"), Arbitraries.of("*", "get"))
                .as((namespace, resource, verb) -> role(namespace, "r", rule("*", resource, verb)));
    }

    private Arbitrary<NetworkPolicy> policies() {
        return Combinators.combine(Arbitraries.of("p", "q"), labels(), Arbitraries.of(true, false))
                .as((name, labels, egress) -> new NetworkPolicy(
                        ObjectMeta.of("shop", name),
                        new LabelSelector(labels, List.of()),
                        true,
                        egress,
                        List.of(),
                        List.of()));
    }

    @Provide
    Arbitrary<Around> around() {
        return Combinators.combine(
                        services().list().ofMaxSize(4),
                        ingresses().list().ofMaxSize(3),
                        endpointsOfServices().list().ofMaxSize(3),
                        pods().list().ofMaxSize(3),
                        bindings().list().ofMaxSize(3),
                        roles().list().ofMaxSize(3),
                        policies().list().ofMaxSize(3))
                .as((services, ingresses, endpoints, pods, bindings, roles, policies) -> nothing()
                        .services(Observed.known(services))
                        .ingresses(Observed.known(ingresses))
                        .endpoints(Observed.known(endpoints))
                        .pods(Observed.known(pods))
                        .bindings(Observed.known(bindings))
                        .roles(Observed.known(roles))
                        .policies(Observed.known(policies)));
    }
}
