package dev.breakwater.engine.assembly;

import static dev.breakwater.engine.assembly.AssemblyFixtures.LABELS;
import static dev.breakwater.engine.assembly.AssemblyFixtures.assemble;
import static dev.breakwater.engine.assembly.AssemblyFixtures.container;
import static dev.breakwater.engine.assembly.AssemblyFixtures.endpoints;
import static dev.breakwater.engine.assembly.AssemblyFixtures.exposures;
import static dev.breakwater.engine.assembly.AssemblyFixtures.forbidden;
import static dev.breakwater.engine.assembly.AssemblyFixtures.ingress;
import static dev.breakwater.engine.assembly.AssemblyFixtures.nothing;
import static dev.breakwater.engine.assembly.AssemblyFixtures.pod;
import static dev.breakwater.engine.assembly.AssemblyFixtures.port;
import static dev.breakwater.engine.assembly.AssemblyFixtures.service;
import static dev.breakwater.engine.assembly.AssemblyFixtures.spec;
import static dev.breakwater.engine.assembly.AssemblyFixtures.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.assembly.AssemblyFixtures.Around;
import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.Exposure.Method;
import dev.breakwater.engine.model.Exposure.Route;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Service;
import dev.breakwater.engine.model.Service.Type;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExposuresTest {

    private static final Exposure HTTP_UNSET = new Exposure(8080, "TCP", Method.UNSET, List.of());
    private static final Exposure METRICS_UNSET = new Exposure(9090, "TCP", Method.UNSET, List.of());

    @Test
    void declaredPortsWithoutAServiceAreUnset() {
        assertThat(exposures(web(), nothing())).containsExactly(HTTP_UNSET, METRICS_UNSET);
    }

    @Test
    void aServiceReachesItsTargetByNumberAndByName() {
        Around around = nothing()
                .services(service("web", Type.CLUSTER_IP, Map.of("app", "web"), port(80, "http"), port(9090, "")));

        assertThat(exposures(web(), around))
                .containsExactly(
                        new Exposure(
                                8080,
                                "TCP",
                                Method.INTERNAL,
                                List.of(new Route(Method.INTERNAL, "Service web", 80, 0))),
                        new Exposure(
                                9090,
                                "TCP",
                                Method.INTERNAL,
                                List.of(new Route(Method.INTERNAL, "Service web", 9090, 0))));
    }

    @Test
    void aTargetThatIsNotDeclaredIsAPortAllTheSame() {
        Around around = nothing().services(service("web", Type.NODE_PORT, LABELS, port(22, "2222"), port(1, "nobody")));

        assertThat(exposures(web(), around))
                .containsExactly(
                        new Exposure(2222, "TCP", Method.NODE, List.of(new Route(Method.NODE, "Service web", 22, 0))),
                        HTTP_UNSET,
                        METRICS_UNSET);
    }

    @Test
    void theWidestWayIsTheMethodAndComesFirst() {
        Service byAddress = new Service(
                ObjectMeta.of("shop", "vip"),
                Type.CLUSTER_IP,
                LABELS,
                List.of(port(80, "8080")),
                List.of("203.0.113.7"),
                List.of(),
                List.of());
        Around around = nothing()
                .services(service("web", Type.CLUSTER_IP, LABELS, port(80, "8080")), byAddress)
                .ingresses(Observed.known(List.of(ingress("shop", "shop.example.com", "web", "80"))));

        Exposure http = exposures(web(), around).getFirst();

        assertThat(http.method()).isEqualTo(Method.EXTERNAL);
        assertThat(http.routes())
                .containsExactly(
                        new Route(Method.EXTERNAL, "Service vip", 80, 0),
                        new Route(Method.ROUTE, "Ingress shop (shop.example.com)", 0, 0),
                        new Route(Method.INTERNAL, "Service web", 80, 0));
    }

    @Test
    void anIngressFindsThePortByNumberNameOrNotAtAll() {
        Service web = service("web", Type.CLUSTER_IP, LABELS, port(80, "8080"));
        for (String port : List.of("80", "p80", "8080", "")) {
            Around around = nothing().services(web).ingresses(Observed.known(List.of(ingress("i", "", "web", port))));
            assertThat(exposures(web(), around).getFirst().method()).as(port).isEqualTo(Method.ROUTE);
        }
        Around other = nothing()
                .services(web)
                .ingresses(Observed.known(List.of(ingress("i", "", "web", "81"), ingress("j", "", "api", "80"))));
        assertThat(exposures(web(), other).getFirst().method()).isEqualTo(Method.INTERNAL);
    }

    @Test
    void hostPortsAndTheHostNetworkAreOnTheNode() {
        Container.Port port = new Container.Port("", 8080, 80, "TCP");

        assertThat(exposures(spec(false, null, container("app", port)), nothing()))
                .containsExactly(
                        new Exposure(8080, "TCP", Method.HOST, List.of(new Route(Method.HOST, "hostPort", 80, 0))));
        assertThat(exposures(spec(true, null, container("app", port)), nothing()))
                .containsExactly(new Exposure(
                        8080, "TCP", Method.HOST, List.of(new Route(Method.HOST, "hostNetwork", 8080, 0))));
    }

    @Test
    void servicesThatLeadElsewhereChangeNothing() {
        Around around = nothing()
                .services(
                        service("other", Type.LOAD_BALANCER, Map.of("app", "api"), port(80, "8080")),
                        service("empty", Type.LOAD_BALANCER, Map.of(), port(80, "8080")),
                        service("outside", Type.EXTERNAL_NAME, LABELS, port(80, "8080")),
                        new Service(
                                ObjectMeta.of("elsewhere", "web"),
                                Type.LOAD_BALANCER,
                                LABELS,
                                List.of(port(80, "8080")),
                                List.of(),
                                List.of(),
                                List.of()));

        assertThat(exposures(web(), around)).containsExactly(HTTP_UNSET, METRICS_UNSET);
    }

    @Test
    void endpointsLeadWhereAServiceHasNoSelector() {
        Around around = nothing()
                .services(service("manual", Type.LOAD_BALANCER, null, port(80, "8080")))
                .pods(Observed.known(List.of(pod("web-1", "Running", 1, null))));

        assertThat(exposures(web(), around.endpoints(Observed.known(List.of(endpoints("manual", "web-1")))))
                        .getFirst()
                        .method())
                .isEqualTo(Method.EXTERNAL);
        assertThat(exposures(web(), around.endpoints(Observed.known(List.of(endpoints("manual", "api-1")))))
                        .getFirst()
                        .method())
                .isEqualTo(Method.UNSET);
    }

    @Test
    void whatCannotBeSeenMakesTheAnswerUnknownOnlyWhereItMatters() {
        Service selecting = service("web", Type.CLUSTER_IP, LABELS, port(80, "8080"));
        Service manual = service("manual", Type.CLUSTER_IP, null, port(80, "8080"));
        Around blind = nothing().endpoints(forbidden()).ingresses(forbidden()).pods(forbidden());

        assertThat(assemble(web(), blind).exposures().isKnown()).isTrue();
        assertThat(assemble(web(), blind.services(selecting)).exposures()).isEqualTo(forbidden());
        assertThat(assemble(web(), blind.services(manual)).exposures()).isEqualTo(forbidden());
        assertThat(assemble(web(), nothing().services(forbidden())).exposures()).isEqualTo(forbidden());
        Around named = nothing()
                .services(manual)
                .endpoints(Observed.known(List.of(endpoints("manual", "web-1"))))
                .pods(forbidden());
        assertThat(assemble(web(), named).exposures()).isEqualTo(forbidden());
    }
}
