package dev.breakwater.engine.assembly;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.Exposure.Method;
import dev.breakwater.engine.model.Exposure.Route;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.Service;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The ports of one workload, declared or targeted by a service, and the ways that were found to each. */
final class ExposedPorts {

    private static final int HIGHEST_PORT = 65_535;

    private static final Comparator<Route> WIDEST_FIRST = Comparator.comparing(Route::method)
            .reversed()
            .thenComparing(Route::via)
            .thenComparingInt(Route::port)
            .thenComparingInt(Route::nodePort);

    private final PodTemplate pod;
    private final Map<Key, Set<Route>> routes =
            new TreeMap<>(Comparator.comparingInt(Key::port).thenComparing(Key::protocol));

    /** A port as it is opened in the container. */
    record Key(int port, String protocol) {}

    ExposedPorts(PodTemplate pod) {
        this.pod = pod;
        for (Container container : pod.containers()) {
            for (Container.Port port : container.ports()) {
                key(port.containerPort(), port.protocol()).ifPresent(key -> declare(key, port));
            }
        }
    }

    private void declare(Key key, Container.Port port) {
        routesOf(key);
        if (port.hostPort() > 0 && !pod.hostNetwork()) {
            add(key, new Route(Method.HOST, "hostPort", port.hostPort(), 0));
        }
    }

    /** The routes of a port; on the node's own network every port is one of the node. */
    private Set<Route> routesOf(Key key) {
        return routes.computeIfAbsent(key, unseen -> {
            Set<Route> first = new HashSet<>();
            if (pod.hostNetwork()) {
                first.add(new Route(Method.HOST, "hostNetwork", key.port(), 0));
            }
            return first;
        });
    }

    void add(Key key, Route route) {
        routesOf(key).add(route);
    }

    /** The port to which a service's port leads; none if it names a port that no container has. */
    Optional<Key> target(Service.Port port) {
        String target = port.targetPort();
        if (target.isEmpty()) {
            return key(port.port(), port.protocol());
        }
        try {
            return key(Integer.parseInt(target), port.protocol());
        } catch (NumberFormatException e) {
            return named(target, port.protocol());
        }
    }

    private Optional<Key> named(String name, String protocol) {
        return pod.containers().stream()
                .filter(container -> container.type() == Container.Type.REGULAR || container.restartsAlways())
                .flatMap(container -> container.ports().stream())
                .filter(port -> port.name().equals(name) && port.protocol().equals(protocol))
                .findFirst()
                .flatMap(port -> key(port.containerPort(), protocol));
    }

    private static Optional<Key> key(int port, String protocol) {
        return port > 0 && port <= HIGHEST_PORT ? Optional.of(new Key(port, protocol)) : Optional.empty();
    }

    /** One exposure for each port, by port and protocol. */
    List<Exposure> exposures() {
        return routes.entrySet().stream()
                .map(entry -> exposure(
                        entry.getKey(),
                        entry.getValue().stream().sorted(WIDEST_FIRST).toList()))
                .toList();
    }

    private static Exposure exposure(Key key, List<Route> sorted) {
        Method widest = sorted.isEmpty() ? Method.UNSET : sorted.getFirst().method();
        return new Exposure(key.port(), key.protocol(), widest, sorted);
    }
}
