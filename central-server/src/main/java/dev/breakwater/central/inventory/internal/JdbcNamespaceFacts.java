package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.inventory.KnownImages;
import dev.breakwater.central.inventory.NamespaceFacts;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.check.KnownCluster;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ObjectKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads namespaces by one query. Pods and secrets say nothing of what is not there yet, nodes neither. */
@Component
class JdbcNamespaceFacts implements NamespaceFacts {

    private static final List<Integer> IN_NAMESPACE = numbers(
            ObjectKind.SERVICE_ACCOUNT,
            ObjectKind.ROLE,
            ObjectKind.ROLE_BINDING,
            ObjectKind.SERVICE,
            ObjectKind.ENDPOINTS,
            ObjectKind.INGRESS,
            ObjectKind.NETWORK_POLICY,
            ObjectKind.WORKLOAD);
    private static final List<Integer> EVERYWHERE = numbers(ObjectKind.ROLE, ObjectKind.ROLE_BINDING);

    private final JdbcTemplate jdbc;
    private final ObjectProvider<KnownImages> knownImages;

    JdbcNamespaceFacts(JdbcTemplate jdbc, ObjectProvider<KnownImages> knownImages) {
        this.jdbc = jdbc;
        this.knownImages = knownImages;
    }

    private static List<Integer> numbers(ObjectKind... kinds) {
        return List.of(kinds).stream().map(ObjectKind::ordinal).toList();
    }

    @Override
    public KnownCluster around(UUID clusterId, Collection<String> namespaces, Collection<String> images) {
        Map<String, ImageDetails> told = new HashMap<>();
        knownImages.forEach(source -> told.putAll(source.named(images)));
        return new KnownCluster(seen(clusterId), objects(clusterId, namespaces), told);
    }

    private Set<ObjectKind> seen(UUID clusterId) {
        Set<String> words = jdbc
                .queryForList(
                        "select k.kind from cluster_coverage k join clusters c on c.id = k.cluster_id"
                                + " where k.cluster_id = ? and k.sight = 'SEEN' and c.first_synced_at is not null",
                        String.class,
                        clusterId)
                .stream()
                .collect(Collectors.toSet());
        Set<ObjectKind> seen = EnumSet.noneOf(ObjectKind.class);
        for (ObjectKind kind : ObjectKind.values()) {
            if (words.contains(kind.name())) {
                seen.add(kind);
            }
        }
        return seen;
    }

    private List<ClusterObject> objects(UUID clusterId, Collection<String> namespaces) {
        List<ClusterObject> objects = new ArrayList<>();
        Object names = Rows.array("text", namespaces);
        jdbc.query(
                """
                select document from (
                    select document from cluster_objects
                        where cluster_id = ? and kind = any(?) and namespace = any(?)
                    union all
                    select document from cluster_objects
                        where cluster_id = ? and kind = ? and namespace = '' and name = any(?)
                    union all
                    select document from cluster_objects where cluster_id = ? and kind = any(?) and namespace = '') o
                limit ?
                """,
                row -> {
                    objects.add(Documents.read(row.getBytes(1)));
                },
                clusterId,
                Rows.array("int2", IN_NAMESPACE),
                names,
                clusterId,
                ObjectKind.NAMESPACE.ordinal(),
                names,
                clusterId,
                Rows.array("int2", EVERYWHERE),
                MOST_OBJECTS + 1);
        if (objects.size() > MOST_OBJECTS) {
            throw new InvalidRequest(
                    "body",
                    "manifests for " + namespaces.size() + " namespaces",
                    "manifests around which the cluster holds at most " + MOST_OBJECTS + " objects");
        }
        return objects;
    }
}
