package dev.breakwater.central.testing;

import dev.breakwater.central.fleet.BatchStage;
import dev.breakwater.central.fleet.ReceivedBatch;
import dev.breakwater.central.fleet.ReceivedObject;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.contracts.FactCodec;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.Node;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.Secret;
import dev.breakwater.engine.model.WorkloadSpec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two clusters of the same three namespaces, sent once through all stages for all tests that share a database. Names repeat
 * across clusters and namespaces, so that a scope applied to the wrong column shows; one kind is out of sight, so that some
 * verdicts are unknown.
 */
public class SmallFleet {

    /** The clusters, by name. */
    public static final List<String> CLUSTERS = List.of("reef-east", "reef-west");

    /** The namespaces of each cluster. */
    public static final List<String> NAMESPACES = List.of("fleet-shop", "fleet-pay", "fleet-öl'; --");

    /** Workloads of each namespace. */
    public static final int WORKLOADS = 9;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectProvider<BatchStage> stages;
    private boolean sent;

    SmallFleet(JdbcClient jdbc, TransactionTemplate transaction, ObjectProvider<BatchStage> stages) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.stages = stages;
    }

    /** The id of a cluster. */
    public static UUID id(String cluster) {
        return UUID.nameUUIDFromBytes(cluster.getBytes(StandardCharsets.UTF_8));
    }

    /** A scope of one namespace in the first cluster. */
    public AccessScope oneNamespace() {
        return AccessScope.ofNamespace(id(CLUSTERS.getFirst()), NAMESPACES.getFirst());
    }

    /** Sends the fleet, if that was not done yet. */
    public synchronized SmallFleet present() {
        if (!sent) {
            CLUSTERS.forEach(this::send);
            sent = true;
        }
        return this;
    }

    private void send(String cluster) {
        jdbc.sql("""
                insert into clusters (id, name, created_at, created_by, first_synced_at, synced_at)
                values (?, ?, now(), 'test', now(), now())
                """).params(id(cluster), cluster).update();
        for (ObjectKind kind : ObjectKind.values()) {
            jdbc.sql("insert into cluster_coverage values (?, ?, ?, '', now())")
                    .params(id(cluster), kind.name(), kind == ObjectKind.NETWORK_POLICY ? "FORBIDDEN" : "SEEN")
                    .update();
        }
        jdbc.sql("""
                insert into cluster_problems (cluster_id, ordinal, place, line, detail, reported_at)
                values (?, 0, 'a.yaml', 3, 'not YAML', now())
                """).params(id(cluster)).update();
        List<ReceivedObject> received = objects().stream()
                .map(object -> new ReceivedObject(
                        object.key().idIn(cluster), FactCodec.fingerprint(object), FactCodec.encode(object), object))
                .toList();
        ReceivedBatch batch =
                new ReceivedBatch(id(cluster), cluster, received, List.of(), Instant.now(), "small-fleet");
        transaction.executeWithoutResult(status -> stages.orderedStream().forEach(stage -> stage.apply(batch)));
    }

    private static List<ClusterObject> objects() {
        List<ClusterObject> objects = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            objects.add(node("node-" + i));
        }
        for (String namespace : NAMESPACES) {
            objects.add(ClusterObjects.namespace(namespace, Map.of("team", "a")));
            for (int i = 0; i < 3; i++) {
                objects.add(secret(namespace, "secret-" + i, i == 0));
                objects.add(ClusterObjects.account(namespace, "account-" + i));
            }
            for (int i = 0; i < WORKLOADS; i++) {
                WorkloadSpec workload = workload(namespace, i);
                objects.add(workload);
                objects.add(ClusterObjects.pod(workload, "pod-" + i, null));
            }
            objects.add(ClusterObjects.loadBalancer(namespace, "front", "web0"));
        }
        objects.add(ClusterObjects.clusterAdmin());
        objects.add(ClusterObjects.bind(
                "too-much",
                "cluster-admin",
                new RoleBinding.Subject("ServiceAccount", NAMESPACES.getFirst(), "account-1")));
        return objects;
    }

    private static WorkloadSpec workload(String namespace, int number) {
        String name = number % 3 == 0 ? "web" + number : number % 3 == 1 ? "=wëb-" + number : "a_%b" + number;
        String image = number % 2 == 0 ? "shared:" + number % 4 : namespace.substring(0, 9) + ":" + number % 4;
        return ClusterObjects.deployment(
                new ObjectMeta(namespace, name, "", Map.of("app", name, "tier", "1"), Map.of(), null),
                "registry.example/" + image.replace("fleet-ö", "fleet-o"),
                number % 4 == 1,
                "account-" + number % 3);
    }

    private static Secret secret(String namespace, String name, boolean certificate) {
        return new Secret(
                ObjectMeta.of(namespace, name),
                certificate ? "kubernetes.io/tls" : "Opaque",
                List.of("password"),
                certificate
                        ? List.of(new Secret.Certificate(
                                "tls.crt",
                                "CN=reef",
                                "CN=reef",
                                Instant.parse("2025-01-01T00:00:00Z"),
                                Instant.parse("2026-01-01T00:00:00Z")))
                        : List.of(),
                List.of());
    }

    private static Node node(String name) {
        return new Node(
                ObjectMeta.of("", name),
                List.of("worker"),
                "Debian",
                "6.12",
                "containerd://2.1",
                "v1.34.1",
                "amd64",
                "",
                List.of(),
                List.of(),
                List.of(),
                false);
    }
}
