package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.Endpoints;
import dev.breakwater.engine.model.Ingress;
import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.ObjectKey;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which workloads services, endpoints, ingresses and network policies reach: those of their namespace whose pod labels they
 * select, before or after the change. Where that cannot be told, the whole namespace.
 */
@Component
class LabelReach {

    /** A test of a workload of one namespace. */
    private record Test(Predicate<Map<String, String>> selects, String cause) {}

    private static final Predicate<Map<String, String>> ALL = labels -> true;

    private final JdbcTemplate jdbc;
    private final ObjectStore objects;

    LabelReach(JdbcTemplate jdbc, ObjectStore objects) {
        this.jdbc = jdbc;
        this.objects = objects;
    }

    /** The workloads reached, each with its cause. */
    Map<UUID, String> reached(ChangeSet set) {
        Map<String, List<Test>> tests = new HashMap<>();
        Map<UUID, String> byPod = new HashMap<>();
        Map<UUID, ClusterObject> backends = objects.states(backendsOf(set));
        for (ObjectChange change : set.changes()) {
            ClusterObject now = change.now() == null ? null : change.now().object();
            for (ClusterObject state : new ClusterObject[] {now, change.before()}) {
                Predicate<Map<String, String>> selects = selector(state, set.cluster(), backends);
                if (selects != null) {
                    tests.computeIfAbsent(change.key().namespace(), key -> new ArrayList<>())
                            .add(new Test(selects, change.words()));
                }
                if (state instanceof Endpoints endpoints) {
                    endpoints.pods().forEach(pod -> byPod.put(podId(set, endpoints, pod), change.words()));
                }
            }
        }
        Map<UUID, String> reached = byLabels(set.clusterId(), tests);
        reached.putAll(byPods(byPod));
        return reached;
    }

    private static @Nullable Predicate<Map<String, String>> selector(
            @Nullable ClusterObject state, String cluster, Map<UUID, ClusterObject> backends) {
        return switch (state) {
            case Service service -> ofService(service);
            case NetworkPolicy policy -> policy.podSelector()::matches;
            case Ingress ingress -> ofIngress(ingress, cluster, backends);
            case null, default -> null;
        };
    }

    private static Predicate<Map<String, String>> ofService(Service service) {
        Map<String, String> selector = service.selector();
        return selector == null || selector.isEmpty()
                ? ALL
                : labels -> labels.entrySet().containsAll(selector.entrySet());
    }

    private static Predicate<Map<String, String>> ofIngress(
            Ingress ingress, String cluster, Map<UUID, ClusterObject> backends) {
        Predicate<Map<String, String>> any = labels -> false;
        for (Ingress.Backend backend : ingress.backends()) {
            if (backends.get(serviceId(ingress, backend, cluster)) instanceof Service service) {
                any = any.or(ofService(service));
            }
        }
        return any;
    }

    private static Set<UUID> backendsOf(ChangeSet set) {
        Set<UUID> ids = new LinkedHashSet<>();
        set.of(ObjectKind.INGRESS).forEach(change -> {
            ClusterObject now = change.now() == null ? null : change.now().object();
            for (ClusterObject state : new ClusterObject[] {now, change.before()}) {
                if (state instanceof Ingress ingress) {
                    ingress.backends().forEach(backend -> ids.add(serviceId(ingress, backend, set.cluster())));
                }
            }
        });
        return ids;
    }

    private static UUID serviceId(Ingress ingress, Ingress.Backend backend, String cluster) {
        return new ObjectKey(ObjectKind.SERVICE, "Service", ingress.meta().namespace(), backend.service())
                .idIn(cluster);
    }

    private static UUID podId(ChangeSet set, Endpoints endpoints, String pod) {
        return new ObjectKey(ObjectKind.POD, "Pod", endpoints.meta().namespace(), pod).idIn(set.cluster());
    }

    private Map<UUID, String> byLabels(UUID clusterId, Map<String, List<Test>> tests) {
        Map<UUID, String> reached = new HashMap<>();
        if (!tests.isEmpty()) {
            jdbc.query(
                    "select id, namespace, pod_labels from workloads where cluster_id = ? and namespace = any(?)",
                    row -> {
                        Map<String, String> labels = Json.labels(row.getString(3));
                        UUID id = row.getObject(1, UUID.class);
                        tests.get(row.getString(2)).stream()
                                .filter(test -> test.selects().test(labels))
                                .findFirst()
                                .ifPresent(test -> reached.put(id, test.cause()));
                    },
                    clusterId,
                    Rows.array("text", tests.keySet()));
        }
        return reached;
    }

    private Map<UUID, String> byPods(Map<UUID, String> pods) {
        Map<UUID, String> reached = new HashMap<>();
        if (!pods.isEmpty()) {
            jdbc.query(
                    "select id, workload_id from pods where id = any(?)",
                    row -> {
                        reached.put(row.getObject(2, UUID.class), pods.get(row.getObject(1, UUID.class)));
                    },
                    Rows.ids(pods.keySet()));
        }
        return reached;
    }
}
