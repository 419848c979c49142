package dev.breakwater.central.testing;

import dev.breakwater.central.platform.AccessScope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two clusters of the same three namespaces with rows in every table that a list reads, written once for all tests that
 * share a database. Names repeat across clusters and namespaces, so that a scope applied to the wrong column shows.
 */
public class SmallFleet {

    /** The clusters, by name. */
    public static final List<String> CLUSTERS = List.of("reef-east", "reef-west");

    /** The namespaces of each cluster. */
    public static final List<String> NAMESPACES = List.of("fleet-shop", "fleet-pay", "fleet-öl'; --");

    private static final int WORKLOADS = 9;
    private static final List<String> SEVERITIES = List.of("LOW", "MEDIUM", "HIGH", "CRITICAL");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Random random = new Random(20261124);
    private boolean written;

    SmallFleet(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** The id of whatever has this name here. */
    public static UUID id(String... name) {
        return UUID.nameUUIDFromBytes(String.join("/", name).getBytes(StandardCharsets.UTF_8));
    }

    /** A scope of one namespace in the first cluster. */
    public AccessScope oneNamespace() {
        return AccessScope.ofNamespace(id(CLUSTERS.getFirst()), NAMESPACES.getFirst());
    }

    /** Writes the fleet, if that was not done yet. */
    public synchronized SmallFleet present() {
        if (!written) {
            transaction.executeWithoutResult(status -> {
                for (String severity : SEVERITIES) {
                    policy(severity);
                }
                CLUSTERS.forEach(this::cluster);
            });
            written = true;
        }
        return this;
    }

    private void policy(String severity) {
        jdbc.sql("""
                insert into policies values (?, ?, ?, true, false, '{}', '{}', 1, now(), 'test')
                """)
                .params(id("policy", severity), "Small fleet " + severity, severity)
                .update();
    }

    private void cluster(String cluster) {
        UUID id = id(cluster);
        jdbc.sql("""
                insert into clusters (id, name, created_at, created_by, first_synced_at, synced_at)
                values (?, ?, now(), 'test', now(), now())
                """).params(id, cluster).update();
        jdbc.sql("insert into cluster_coverage values (?, 'SECRET', 'FORBIDDEN', 'not allowed', now())")
                .params(id)
                .update();
        jdbc.sql("insert into cluster_problems values (?, 0, 'a.yaml', 3, 'not YAML', now())")
                .params(id)
                .update();
        for (int node = 0; node < 3; node++) {
            jdbc.sql("""
                    insert into nodes values (?, ?, ?, '{worker}', 'Debian', '6.12', 'containerd', 'v1.34', 'amd64', ?, false, now())
                    """)
                    .params(id(cluster, "node", "" + node), id, "node-" + node, node == 0 ? null : node == 1)
                    .update();
        }
        NAMESPACES.forEach(namespace -> namespace(cluster, namespace));
    }

    private void namespace(String cluster, String namespace) {
        UUID id = id(cluster);
        jdbc.sql("insert into namespaces values (?, ?, ?, '{\"team\": \"a\"}', '{}', false, now())")
                .params(id(cluster, "namespace", namespace), id, namespace)
                .update();
        for (int i = 0; i < 3; i++) {
            jdbc.sql("insert into secrets values (?, ?, ?, ?, 'Opaque', '{password}', ?::timestamptz, '', '{}', now())")
                    .params(
                            id(cluster, namespace, "secret", "" + i),
                            id,
                            namespace,
                            "secret-" + i,
                            i == 0 ? "2026-01-01 00:00:00Z" : null)
                    .update();
            jdbc.sql("insert into service_accounts values (?, ?, ?, ?, ?, now())")
                    .params(
                            id(cluster, namespace, "account", "" + i),
                            id,
                            namespace,
                            "account-" + i,
                            i == 0 ? null : i == 1)
                    .update();
        }
        for (int i = 0; i < WORKLOADS; i++) {
            workload(cluster, namespace, i);
        }
    }

    private void workload(String cluster, String namespace, int number) {
        UUID clusterId = id(cluster);
        UUID id = id(cluster, namespace, "workload", "" + number);
        String name = number % 3 == 0 ? "web" + number : number % 3 == 1 ? "Wëb-" + number : "a_%b" + number;
        jdbc.sql("""
                insert into workloads (id, cluster_id, namespace, kind, name, team, platform, labels, service_account,
                    host_network, host_pid, host_ipc, privileged, replicas, kube_uid, created_at, first_seen_at, changed_at, revision)
                values (?, ?, ?, 'Deployment', ?, ?, false, '{"app": "x", "tier": "1"}', ?, ?, false, false, ?, 2, '', now(),
                    now() - make_interval(days => ?), now(), 1)
                """)
                .params(
                        id,
                        clusterId,
                        namespace,
                        name,
                        number % 2 == 0 ? "" : "team-" + number % 3,
                        "account-" + number % 3,
                        number == 1,
                        number == 2,
                        number)
                .update();
        images(clusterId, id, namespace, number);
        if (number > 0) {
            judgement(clusterId, id, namespace, name, number);
        }
    }

    private void images(UUID clusterId, UUID workload, String namespace, int number) {
        String image =
                "registry.example/" + (number % 2 == 0 ? "shared" : namespace.substring(0, 7)) + ":" + number % 4;
        jdbc.sql("""
                insert into images values (?, ?, 'registry.example', 'some', ?, null, now()) on conflict do nothing
                """).params(id("image", image), image, "" + number % 4).update();
        jdbc.sql("insert into workload_images values (?, 'main', 'MAIN', ?, ?)")
                .params(workload, id("image", image), image)
                .update();
        jdbc.sql("insert into workload_secrets values (?, ?, ?, ?, 'ENV')")
                .params(workload, clusterId, namespace, "secret-" + number % 3)
                .update();
        jdbc.sql("insert into pods values (?, ?, ?, ?, ?, 'node-0', 'Running', now())")
                .params(id(workload.toString(), "pod"), clusterId, workload, namespace, "pod-" + number)
                .update();
    }

    private void judgement(UUID clusterId, UUID workload, String namespace, String name, int number) {
        int severity = 1 + number % 4;
        UUID policy = id("policy", SEVERITIES.get(severity - 1));
        jdbc.sql("""
                insert into judgements values (?, ?, '\\x00', 1, 1, now(), 'INTERNAL', ?, ?, ?, ?,
                    case when ? then array[?::uuid] else '{}' end, null)
                """)
                .params(
                        workload,
                        clusterId,
                        severity == 4 ? 1 : 0,
                        severity == 3 ? 1 : 0,
                        severity == 2 ? 1 : 0,
                        severity == 1 ? 1 : 0,
                        number == 5,
                        policy)
                .update();
        jdbc.sql("insert into risk_scores values (?, ?, ?, false, ?, 0, 0, '1', '[]', '[]', now())")
                .params(workload, clusterId, namespace, random.nextInt(1, 6) + random.nextInt(3) / 10.0)
                .update();
        jdbc.sql("""
                insert into violations values (?, ?, ?, ?, ?, ?, 'Deployment', ?, '', false, ?, ?, false, '[]',
                    now() - make_interval(hours => ?), now(), null, 1, 1)
                """)
                .params(
                        id(workload.toString(), policy.toString()),
                        policy,
                        "Small fleet " + SEVERITIES.get(severity - 1),
                        workload,
                        clusterId,
                        namespace,
                        name,
                        severity,
                        number == 8 ? "RESOLVED" : "OPEN",
                        number)
                .update();
    }
}
