package dev.breakwater.central.fleet.internal;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.NamedClusters;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds clusters by what requests call them. */
@Component
class ClusterNames implements NamedClusters {

    private final JdbcClient jdbc;

    ClusterNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isKnown(String nameOrId, AccessScope scope) {
        return jdbc
                .sql("select id from clusters where lower(name) = lower(:name) or id::text = lower(:name)")
                .param("name", nameOrId)
                .query(UUID.class)
                .list()
                .stream()
                .anyMatch(id -> scope.everything()
                        || scope.clusters().contains(id)
                        || scope.namespaces().stream()
                                .anyMatch(place -> place.clusterId().equals(id)));
    }
}
