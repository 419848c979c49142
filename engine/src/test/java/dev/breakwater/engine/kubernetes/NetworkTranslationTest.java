package dev.breakwater.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Endpoints;
import dev.breakwater.engine.model.Ingress;
import dev.breakwater.engine.model.LabelSelector;
import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkTranslationTest {

    @Test
    void readsAService() {
        Service service = Translated.one(Service.class, """
                apiVersion: v1
                kind: Service
                metadata: {name: web, namespace: shop}
                spec:
                  type: LoadBalancer
                  selector: {app: web}
                  externalIPs: [203.0.113.7]
                  loadBalancerSourceRanges: [10.0.0.0/8]
                  ports: [{port: 80, targetPort: http, nodePort: 30080}, {name: dns, port: 53, targetPort: 5353, protocol: UDP}]
                status: {loadBalancer: {ingress: [{ip: 198.51.100.1}, {hostname: lb.example.com}]}}
                """);

        assertThat(service.type()).isEqualTo(Service.Type.LOAD_BALANCER);
        assertThat(service.selector()).containsExactly(Map.entry("app", "web"));
        assertThat(service.ports())
                .containsExactly(
                        new Service.Port("", 80, "http", "TCP", 30080), new Service.Port("dns", 53, "5353", "UDP", 0));
        assertThat(service.externalIps()).containsExactly("203.0.113.7");
        assertThat(service.loadBalancerAddresses()).containsExactly("198.51.100.1", "lb.example.com");
        assertThat(service.loadBalancerSourceRanges()).containsExactly("10.0.0.0/8");
    }

    @Test
    void anEmptySelectorIsNone() {
        Service service = Translated.one(
                Service.class, "{apiVersion: v1, kind: Service, metadata: {name: s}, spec: {selector: {}}}");

        assertThat(service.selector()).isNull();
        assertThat(service.type()).isEqualTo(Service.Type.CLUSTER_IP);
    }

    @Test
    void readsThePodsOfEndpointsAndSlices() {
        Endpoints endpoints = Translated.one(Endpoints.class, """
                apiVersion: v1
                kind: Endpoints
                metadata: {name: web, namespace: shop}
                subsets:
                - addresses: [{ip: 10.0.0.2, targetRef: {kind: Pod, name: b}}, {ip: 192.0.2.1}]
                  notReadyAddresses: [{ip: 10.0.0.1, targetRef: {kind: Pod, name: a}}]
                """);
        Endpoints slice = Translated.one(Endpoints.class, """
                apiVersion: discovery.k8s.io/v1
                kind: EndpointSlice
                metadata: {name: web-x7, namespace: shop, labels: {kubernetes.io/service-name: web}}
                endpoints: [{addresses: [10.0.0.1], targetRef: {kind: Pod, name: a}}]
                """);

        assertThat(endpoints.service()).isEqualTo("web");
        assertThat(endpoints.pods()).containsExactly("a", "b");
        assertThat(slice.service()).isEqualTo("web");
        assertThat(slice.pods()).containsExactly("a");
    }

    @Test
    void readsIngressesOfEveryVersionAndRoutes() {
        Ingress modern = Translated.one(Ingress.class, """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: shop}
                spec:
                  ingressClassName: nginx
                  tls: [{hosts: [shop.example.com]}]
                  defaultBackend: {service: {name: fallback, port: {name: http}}}
                  rules:
                  - host: shop.example.com
                    http: {paths: [{path: /, backend: {service: {name: web, port: {number: 80}}}}, {backend: {resource: {}}}]}
                """);
        Ingress old = Translated.one(Ingress.class, """
                apiVersion: extensions/v1beta1
                kind: Ingress
                metadata: {name: old, annotations: {kubernetes.io/ingress.class: traefik}}
                spec: {backend: {serviceName: fallback, servicePort: 80},
                       rules: [{http: {paths: [{path: /a, backend: {serviceName: web, servicePort: http}}]}}]}
                """);
        Ingress route = Translated.one(Ingress.class, """
                apiVersion: route.openshift.io/v1
                kind: Route
                metadata: {name: r}
                spec: {host: r.example.com, to: {kind: Service, name: web}, port: {targetPort: 8080}, tls: {},
                       alternateBackends: [{kind: Service, name: canary}]}
                """);

        assertThat(modern.className()).isEqualTo("nginx");
        assertThat(modern.tls()).isTrue();
        assertThat(modern.backends())
                .containsExactly(
                        new Ingress.Backend("", "", "fallback", "http"),
                        new Ingress.Backend("shop.example.com", "/", "web", "80"));
        assertThat(old.className()).isEqualTo("traefik");
        assertThat(old.tls()).isFalse();
        assertThat(old.backends())
                .containsExactly(
                        new Ingress.Backend("", "", "fallback", "80"), new Ingress.Backend("", "/a", "web", "http"));
        assertThat(route.tls()).isTrue();
        assertThat(route.backends())
                .containsExactly(
                        new Ingress.Backend("r.example.com", "", "web", "8080"),
                        new Ingress.Backend("r.example.com", "", "canary", "8080"));
    }

    @Test
    void readsANetworkPolicy() {
        NetworkPolicy policy = policy("""
                podSelector: {matchExpressions: [{key: app, operator: NotIn, values: [db]}]}
                ingress:
                - from: [{podSelector: {}}, {namespaceSelector: {matchLabels: {team: a}}}]
                  ports: [{port: http}, {protocol: UDP, port: 5000, endPort: 5010}]
                - {}
                egress:
                - to: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]
                """);

        assertThat(policy.podSelector().matches(Map.of("app", "web"))).isTrue();
        assertThat(policy.podSelector().matches(Map.of("app", "db"))).isFalse();
        assertThat(policy.ingressRules())
                .containsExactly(
                        new NetworkPolicy.Rule(
                                List.of(
                                        new NetworkPolicy.Peer(null, LabelSelector.EVERYTHING, null, List.of()),
                                        new NetworkPolicy.Peer(
                                                new LabelSelector(Map.of("team", "a"), List.of()),
                                                null,
                                                null,
                                                List.of())),
                                List.of(
                                        new NetworkPolicy.PolicyPort("TCP", "http", 0),
                                        new NetworkPolicy.PolicyPort("UDP", "5000", 5010))),
                        new NetworkPolicy.Rule(List.of(), List.of()));
        assertThat(policy.egressRules())
                .containsExactly(new NetworkPolicy.Rule(
                        List.of(new NetworkPolicy.Peer(null, null, "10.0.0.0/8", List.of("10.1.0.0/16"))), List.of()));
    }

    @Test
    void policyTypesHaveTheDefaultsOfKubernetes() {
        assertThat(directions("{}")).containsExactly(true, false);
        assertThat(directions("egress: []")).containsExactly(true, false);
        assertThat(directions("egress: [{}]")).containsExactly(true, true);
        assertThat(directions("policyTypes: [Egress]")).containsExactly(false, true);
        assertThat(directions("{policyTypes: [Ingress], egress: [{}]}")).containsExactly(true, false);
    }

    private static List<Boolean> directions(String spec) {
        NetworkPolicy policy = policy(spec);
        return List.of(policy.ingress(), policy.egress());
    }

    private static NetworkPolicy policy(String spec) {
        String head = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p}\nspec:\n";
        return Translated.one(NetworkPolicy.class, head + spec.indent(2));
    }
}
