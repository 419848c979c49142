package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.Pod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class PodTable implements NarrowTable {

    private final JdbcTemplate jdbc;

    PodTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void apply(ChangeSet set) {
        Rows rows = Rows.of("uuid", "uuid", "text", "text", "text", "text", "timestamptz", "jsonb", "uuid");
        for (ObjectChange change : set.written(ObjectKind.POD)) {
            Pod pod = change.object(Pod.class);
            rows.add(
                    change.id(),
                    pod.owner().idIn(set.cluster()),
                    pod.meta().namespace(),
                    pod.meta().name(),
                    pod.nodeName(),
                    pod.phase(),
                    pod.startedAt(),
                    containers(pod),
                    set.clusterId());
        }
        rows.update(jdbc, """
                insert into pods (id, workload_id, namespace, name, node, phase, started_at, containers, cluster_id)
                select u.* from %s u
                on conflict (id) do update set
                    workload_id = excluded.workload_id, node = excluded.node, phase = excluded.phase,
                    started_at = excluded.started_at, containers = excluded.containers
                """.formatted(rows.unnest()));
        Removal.of(jdbc, "pods", set.removed(ObjectKind.POD));
    }

    private static String containers(Pod pod) {
        List<Map<String, @Nullable String>> containers = pod.containers().stream()
                .map(container -> {
                    Map<String, @Nullable String> one = new LinkedHashMap<>();
                    one.put("container", container.name());
                    one.put("image", container.image());
                    one.put(
                            "digest",
                            container.runningDigest() == null
                                    ? null
                                    : container.runningDigest().value());
                    return one;
                })
                .toList();
        return Json.list(containers);
    }
}
