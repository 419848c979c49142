package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.inventory.KnownImages;
import dev.breakwater.central.inventory.LoadedWorkload;
import dev.breakwater.central.inventory.WorkloadFacts;
import dev.breakwater.central.inventory.internal.KindSight.Sight;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.Pod;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Loads by cluster: a fixed number of queries for each cluster that the workloads are of. */
@Component
class JdbcWorkloadFacts implements WorkloadFacts {

    /** A workload's own object and row. */
    private record Own(
            UUID id,
            UUID clusterId,
            String cluster,
            WorkloadSpec spec,
            byte[] fingerprint,
            long revision,
            String team,
            boolean platform) {

        String namespace() {
            return spec.meta().namespace();
        }

        String account() {
            return spec.template().serviceAccount();
        }
    }

    private static final List<Integer> IN_NAMESPACE = List.of(
            ObjectKind.SERVICE.ordinal(),
            ObjectKind.ENDPOINTS.ordinal(),
            ObjectKind.INGRESS.ordinal(),
            ObjectKind.NETWORK_POLICY.ordinal());

    private final JdbcTemplate jdbc;
    private final ObjectProvider<KnownImages> knownImages;

    JdbcWorkloadFacts(JdbcTemplate jdbc, ObjectProvider<KnownImages> knownImages) {
        this.jdbc = jdbc;
        this.knownImages = knownImages;
    }

    @Override
    public Map<UUID, LoadedWorkload> load(Collection<UUID> ids, Map<UUID, WorkloadSpec> received) {
        Map<UUID, LoadedWorkload> loaded = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return loaded;
        }
        Map<UUID, List<Own>> byCluster = own(ids, received).stream()
                .collect(Collectors.groupingBy(Own::clusterId, LinkedHashMap::new, Collectors.toList()));
        Map<UUID, Map<String, ImageDetails>> images = new HashMap<>();
        knownImages.forEach(source -> images.putAll(source.ofWorkloads(ids)));
        byCluster.forEach((clusterId, workloads) -> {
            ClusterSurroundings around = surroundings(clusterId, workloads);
            for (Own own : workloads) {
                loaded.put(
                        own.id(),
                        new LoadedWorkload(
                                own.id(),
                                clusterId,
                                own.spec(),
                                around.around(own.id(), own.spec(), images.get(own.id())),
                                own.fingerprint(),
                                Math.max(own.revision(), around.revision()),
                                own.team(),
                                own.platform()));
            }
        });
        return loaded;
    }

    private List<Own> own(Collection<UUID> ids, Map<UUID, WorkloadSpec> received) {
        List<Own> own = new ArrayList<>();
        jdbc.query(
                """
                select o.id, o.cluster_id, c.name, case when o.id = any(?) then null else o.document end, o.fingerprint,
                    o.revision, w.team, w.platform
                from cluster_objects o join workloads w on w.id = o.id join clusters c on c.id = o.cluster_id
                where o.id = any(?) order by o.id
                """,
                row -> {
                    UUID id = row.getObject(1, UUID.class);
                    byte[] document = row.getBytes(4);
                    own.add(new Own(
                            id,
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            document == null ? received.get(id) : (WorkloadSpec) Documents.read(document),
                            row.getBytes(5),
                            row.getLong(6),
                            row.getString(7),
                            row.getBoolean(8)));
                },
                Rows.ids(received.keySet()),
                Rows.ids(ids));
        return own;
    }

    private ClusterSurroundings surroundings(UUID clusterId, List<Own> workloads) {
        ClusterSurroundings around =
                new ClusterSurroundings(workloads.getFirst().cluster(), sight(clusterId));
        loadNeighbours(around, clusterId, workloads);
        loadGrants(around, clusterId, workloads);
        jdbc.query(
                "select p.workload_id, o.document, o.revision from pods p join cluster_objects o on o.id = p.id"
                        + " where p.workload_id = any(?) order by p.id",
                row -> {
                    around.addPod(row.getObject(1, UUID.class), (Pod) Documents.read(row.getBytes(2)), row.getLong(3));
                },
                Rows.ids(workloads.stream().map(Own::id).toList()));
        return around;
    }

    private KindSight sight(UUID clusterId) {
        Map<String, Sight> byKind = new HashMap<>();
        jdbc.query(
                "select kind, sight, detail from cluster_coverage where cluster_id = ?",
                row -> {
                    byKind.put(row.getString(1), new Sight(row.getString(2), row.getString(3)));
                },
                clusterId);
        return new KindSight(byKind);
    }

    /** The namespaces themselves, what is in them, and the accounts; one query, each part by the same index. */
    private void loadNeighbours(ClusterSurroundings around, UUID clusterId, List<Own> workloads) {
        Set<String> namespaces = workloads.stream().map(Own::namespace).collect(Collectors.toSet());
        Rows accounts = Rows.of("text", "text");
        Set<String> added = new LinkedHashSet<>();
        for (Own own : workloads) {
            if (added.add(Subjects.account(own.namespace(), own.account()))) {
                accounts.add(own.namespace(), own.account());
            }
        }
        String sql = """
                select o.document, o.revision from %s a(namespace, name), cluster_objects o
                    where o.cluster_id = ? and o.kind = ? and o.namespace = a.namespace and o.name = a.name
                union all
                select document, revision from cluster_objects
                    where cluster_id = ? and kind = ? and namespace = '' and name = any(?)
                union all
                select document, revision from cluster_objects
                    where cluster_id = ? and kind = any(?) and namespace = any(?)
                """.formatted(accounts.unnest());
        Object names = Rows.array("text", namespaces);
        jdbc.query(
                sql,
                row -> {
                    around.add(Documents.read(row.getBytes(1)), row.getLong(2));
                },
                accounts.parameters(
                        clusterId,
                        ObjectKind.SERVICE_ACCOUNT.ordinal(),
                        clusterId,
                        ObjectKind.NAMESPACE.ordinal(),
                        names,
                        clusterId,
                        Rows.array("int2", IN_NAMESPACE),
                        names));
    }

    private void loadGrants(ClusterSurroundings around, UUID clusterId, List<Own> workloads) {
        Set<String> subjects = new LinkedHashSet<>();
        workloads.forEach(own -> subjects.addAll(Subjects.ofAccount(own.namespace(), own.account())));
        Map<UUID, List<String>> subjectsOf = new LinkedHashMap<>();
        Map<UUID, UUID> roleOf = new HashMap<>();
        jdbc.query(
                "select binding_id, subject, role_id from binding_subjects where cluster_id = ? and subject = any(?)",
                row -> {
                    UUID binding = row.getObject(1, UUID.class);
                    subjectsOf
                            .computeIfAbsent(binding, key -> new ArrayList<>())
                            .add(row.getString(2));
                    roleOf.put(binding, row.getObject(3, UUID.class));
                },
                clusterId,
                Rows.array("text", subjects));
        if (subjectsOf.isEmpty()) {
            return;
        }
        Set<UUID> wanted = new LinkedHashSet<>(subjectsOf.keySet());
        wanted.addAll(roleOf.values());
        jdbc.query(
                "select id, document, revision from cluster_objects where id = any(?) and cluster_id = ? order by id",
                row -> {
                    UUID id = row.getObject(1, UUID.class);
                    long revision = row.getLong(3);
                    switch (Documents.read(row.getBytes(2))) {
                        case RoleBinding binding ->
                            around.addBinding(
                                    id, subjectsOf.getOrDefault(id, List.of()), binding, roleOf.get(id), revision);
                        case Role role -> around.addRole(id, role, revision);
                        default -> throw new IllegalStateException(id + " is neither a role nor a binding");
                    }
                },
                Rows.ids(wanted),
                clusterId);
    }
}
