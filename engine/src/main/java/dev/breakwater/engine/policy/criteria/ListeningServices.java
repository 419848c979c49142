package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How many different services a container offers, by the well-known ports that it declares. */
final class ListeningServices extends NumberCriterion<OfContainer> {

    private static final Map<String, Set<Integer>> SERVICES = Map.ofEntries(
            Map.entry("remote shell", Set.of(22, 23, 512, 513, 514, 2222, 3389, 5900)),
            Map.entry("web", Set.of(80, 443, 8000, 8080, 8081, 8443, 8888)),
            Map.entry("file transfer", Set.of(20, 21, 69, 873, 2049)),
            Map.entry("mail", Set.of(25, 110, 143, 465, 587, 993, 995)),
            Map.entry("name service", Set.of(53)),
            Map.entry("directory", Set.of(88, 389, 636)),
            Map.entry("relational database", Set.of(1433, 1521, 3306, 5432)),
            Map.entry("document database", Set.of(5984, 27017, 9200, 9300, 9042)),
            Map.entry("cache", Set.of(6379, 11211)),
            Map.entry("message broker", Set.of(1883, 4222, 5671, 5672, 9092, 61616)));

    private static final Map<Integer, String> BY_PORT = SERVICES.entrySet().stream()
            .flatMap(service -> service.getValue().stream().map(port -> Map.entry(port, service.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    ListeningServices() {
        super(
                "Listening Services",
                Level.CONTAINER,
                "How many different services a container offers by the well-known ports that it declares: a web server and a"
                        + " database are two, ports 80 and 443 are one.",
                ">= 2");
    }

    @Override
    Observed<Double> read(OfContainer of) {
        return Observed.known((double) services(of).size());
    }

    private static Set<String> services(OfContainer of) {
        Set<String> services = new TreeSet<>();
        for (Container.Port port : of.container().ports()) {
            String service = BY_PORT.get(port.containerPort());
            if (service != null) {
                services.add(service);
            }
        }
        return services;
    }

    @Override
    public Sighting see(OfContainer of, Policy.Group group) {
        String services = String.join(", ", services(of));
        return new Sighting(
                "Container " + of.containerName() + " offers " + found(of) + " services"
                        + (services.isEmpty() ? "." : ": " + services + "."),
                "ports",
                services,
                of.path("ports"));
    }
}
