package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.model.Ingress;
import dev.breakwater.engine.model.LabelSelector;
import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Service;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A change to other objects that say something of the workload. A list that was not seen stays unseen. */
public sealed interface SurroundingsChange extends FactChange {

    /** Offers a service within the cluster only. */
    record NarrowService(String service) implements SurroundingsChange {

        @Override
        public String type() {
            return "narrow-service";
        }

        @Override
        public List<String> arguments() {
            return List.of(service);
        }

        @Override
        public String label() {
            return "Offer service " + service + " within the cluster only";
        }

        @Override
        public Facts apply(Facts facts, Instant asOf) {
            return facts.withSurroundings(s -> {
                s.services = s.services.map(all -> all.stream()
                        .map(one -> one.meta().name().equals(service) ? narrow(one) : one)
                        .toList());
                return s;
            });
        }

        private static Service narrow(Service from) {
            List<Service.Port> ports = from.ports().stream()
                    .map(p -> new Service.Port(p.name(), p.port(), p.targetPort(), p.protocol(), 0))
                    .toList();
            return new Service(
                    from.meta(), Service.Type.CLUSTER_IP, from.selector(), ports, List.of(), List.of(), List.of());
        }
    }

    /** Takes a service away; ingresses that lead to it then lead nowhere. */
    record RemoveService(String service) implements SurroundingsChange {

        @Override
        public String type() {
            return "remove-service";
        }

        @Override
        public List<String> arguments() {
            return List.of(service);
        }

        @Override
        public String label() {
            return "Remove service " + service;
        }

        @Override
        public Facts apply(Facts facts, Instant asOf) {
            return facts.withSurroundings(s -> {
                s.services = without(s.services, one -> one.meta().name().equals(service));
                return s;
            });
        }
    }

    /** Takes a service out of an ingress. */
    record RemoveIngressBackend(String ingress, String service) implements SurroundingsChange {

        @Override
        public String type() {
            return "remove-ingress-backend";
        }

        @Override
        public List<String> arguments() {
            return List.of(ingress, service);
        }

        @Override
        public String label() {
            return "Take service " + service + " out of ingress " + ingress;
        }

        @Override
        public Facts apply(Facts facts, Instant asOf) {
            return facts.withSurroundings(s -> {
                s.ingresses = s.ingresses.map(all -> all.stream()
                        .map(one -> one.meta().name().equals(ingress) ? withoutBackend(one) : one)
                        .toList());
                return s;
            });
        }

        private Ingress withoutBackend(Ingress from) {
            List<Ingress.Backend> rest = from.backends().stream()
                    .filter(b -> !b.service().equals(service))
                    .toList();
            return new Ingress(from.meta(), from.kindName(), from.className(), rest, from.tls());
        }
    }

    /** The directions of traffic, seen from the workload. */
    enum Direction {
        INGRESS,
        EGRESS
    }

    /** Adds a network policy for the workload's pods that allows its own namespace in one direction. */
    record AddNetworkPolicy(Direction direction) implements SurroundingsChange {

        @Override
        public String type() {
            return "add-network-policy";
        }

        @Override
        public List<String> arguments() {
            return List.of(direction.name());
        }

        @Override
        public String label() {
            return "Add a network policy for " + (direction == Direction.INGRESS ? "incoming" : "outgoing")
                    + " traffic";
        }

        @Override
        public Facts apply(Facts facts, Instant asOf) {
            boolean ingress = direction == Direction.INGRESS;
            ObjectMeta meta = ObjectMeta.of(
                    facts.spec().meta().namespace(),
                    facts.spec().meta().name() + "-" + direction.name().toLowerCase(Locale.ROOT));
            List<NetworkPolicy.Rule> own = List.of(new NetworkPolicy.Rule(
                    List.of(new NetworkPolicy.Peer(null, LabelSelector.EVERYTHING, null, List.of())), List.of()));
            NetworkPolicy added = new NetworkPolicy(
                    meta,
                    new LabelSelector(facts.spec().podLabels(), List.of()),
                    ingress,
                    !ingress,
                    ingress ? own : List.of(),
                    ingress ? List.of() : own);
            return facts.withSurroundings(s -> {
                s.networkPolicies = s.networkPolicies.map(
                        all -> Stream.concat(all.stream(), Stream.of(added)).toList());
                return s;
            });
        }
    }

    /**
     * Takes a binding away.
     *
     * @param kind {@code RoleBinding} or {@code ClusterRoleBinding}
     */
    record RemoveBinding(String kind, String name) implements SurroundingsChange {

        @Override
        public String type() {
            return "remove-binding";
        }

        @Override
        public List<String> arguments() {
            return List.of(kind, name);
        }

        @Override
        public String label() {
            return "Remove " + kind + " " + name;
        }

        @Override
        public Facts apply(Facts facts, Instant asOf) {
            return facts.withSurroundings(s -> {
                s.bindings = without(
                        s.bindings, one -> one.meta().name().equals(name) && Objects.equals(one.kindName(), kind));
                return s;
            });
        }
    }

    /** Runs under a new service account of that name, to which nothing is bound but what its group or name already has. */
    record UseServiceAccount(String account) implements SurroundingsChange {

        @Override
        public String type() {
            return "use-service-account";
        }

        @Override
        public List<String> arguments() {
            return List.of(account);
        }

        @Override
        public String label() {
            return "Run under its own service account " + account;
        }

        @Override
        public Facts apply(Facts facts, Instant asOf) {
            return facts.withSpec(spec -> WorkloadEdit.edited(spec, w -> w.serviceAccount = account))
                    .withSurroundings(s -> {
                        s.serviceAccount = Observed.known(Optional.empty());
                        return s;
                    });
        }
    }

    private static <T> Observed<List<T>> without(Observed<List<T>> seen, Predicate<T> gone) {
        return seen.map(all -> all.stream().filter(gone.negate()).toList());
    }
}
