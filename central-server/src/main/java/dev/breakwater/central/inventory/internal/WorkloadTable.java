package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.inventory.internal.Classification.NamespaceFacts;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class WorkloadTable {

    private final JdbcTemplate jdbc;
    private final NamespaceTable namespaces;
    private final ObjectStore objects;

    WorkloadTable(JdbcTemplate jdbc, NamespaceTable namespaces, ObjectStore objects) {
        this.jdbc = jdbc;
        this.namespaces = namespaces;
        this.objects = objects;
    }

    void apply(ChangeSet set, Classification classification) {
        Rows rows = Rows.of(
                "uuid",
                "text",
                "text",
                "text",
                "text",
                "bool",
                "jsonb",
                "jsonb",
                "text",
                "bool",
                "bool",
                "bool",
                "bool",
                "int4",
                "text",
                "timestamptz");
        List<ObjectChange> changes = set.written(ObjectKind.WORKLOAD);
        if (!changes.isEmpty()) {
            Map<String, NamespaceFacts> facts = namespaces.facts(
                    set.clusterId(),
                    changes.stream().map(change -> change.key().namespace()).collect(Collectors.toSet()));
            for (ObjectChange change : changes) {
                add(rows, change, classification, facts);
            }
        }
        rows.update(
                jdbc, """
                insert into workloads (id, namespace, kind, name, team, platform, labels, pod_labels, service_account,
                    host_network, host_pid, host_ipc, privileged, replicas, kube_uid, created_at,
                    cluster_id, first_seen_at, changed_at, revision)
                select u.*, b.cluster_id, b.at, b.at, b.revision
                from %s u, (select ?::uuid, ?::timestamptz, ?::bigint) b(cluster_id, at, revision)
                on conflict (id) do update set
                    team = excluded.team, platform = excluded.platform, labels = excluded.labels,
                    pod_labels = excluded.pod_labels, service_account = excluded.service_account,
                    host_network = excluded.host_network, host_pid = excluded.host_pid, host_ipc = excluded.host_ipc,
                    privileged = excluded.privileged, replicas = excluded.replicas, kube_uid = excluded.kube_uid,
                    created_at = excluded.created_at, changed_at = excluded.changed_at, revision = excluded.revision
                """.formatted(rows.unnest()), set.clusterId(), set.at().toString(), set.revision());
        Removal.of(jdbc, "workloads", set.removed(ObjectKind.WORKLOAD));
        reclassify(set, classification);
    }

    private static void add(
            Rows rows, ObjectChange change, Classification classification, Map<String, NamespaceFacts> facts) {
        WorkloadSpec spec = change.object(WorkloadSpec.class);
        PodTemplate template = spec.template();
        String namespace = spec.meta().namespace();
        rows.add(
                change.id(),
                namespace,
                spec.kindName(),
                spec.meta().name(),
                classification.teamOf(spec.meta(), facts.getOrDefault(namespace, NamespaceFacts.NONE)),
                classification.isPlatform(namespace),
                Json.labels(spec.meta().labels()),
                Json.labels(spec.podLabels()),
                template.serviceAccount(),
                template.hostNetwork(),
                template.hostPid(),
                template.hostIpc(),
                template.containers().stream().anyMatch(c -> c.security().privileged()),
                spec.replicas(),
                spec.meta().uid(),
                spec.meta().createdAt());
    }

    /** A namespace that came, went or changed may give its workloads another team. */
    private void reclassify(ChangeSet set, Classification classification) {
        Set<String> changed =
                set.of(ObjectKind.NAMESPACE).map(change -> change.key().name()).collect(Collectors.toSet());
        if (!changed.isEmpty()) {
            List<UUID> ids = jdbc.queryForList(
                    "select id from workloads where cluster_id = ? and namespace = any(?)",
                    UUID.class,
                    set.clusterId(),
                    Rows.array("text", changed));
            reclassify(set.clusterId(), ids, classification);
        }
    }

    /** Finds teams anew from the objects as they are held. */
    void reclassify(UUID clusterId, Collection<UUID> ids, Classification classification) {
        if (ids.isEmpty()) {
            return;
        }
        Map<UUID, ClusterObject> specs = objects.states(ids);
        Map<String, NamespaceFacts> facts = namespaces.facts(
                clusterId,
                specs.values().stream().map(spec -> spec.meta().namespace()).collect(Collectors.toSet()));
        Rows rows = Rows.of("uuid", "text", "bool");
        specs.forEach((id, spec) -> {
            String namespace = spec.meta().namespace();
            String team = classification.teamOf(spec.meta(), facts.getOrDefault(namespace, NamespaceFacts.NONE));
            rows.add(id, team, classification.isPlatform(namespace));
        });
        rows.update(
                jdbc,
                "update workloads w set team = u.team, platform = u.platform from " + rows.unnest()
                        + " u(id, team, platform)"
                        + " where w.id = u.id and (w.team, w.platform) is distinct from (u.team, u.platform)");
    }
}
