package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.compliance.Sensitivity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which levels of sensitivity share a node, by where the pods are. */
@Component
class PlacementAnswers {

    private final JdbcTemplate jdbc;

    PlacementAnswers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Every node of a cluster. */
    List<NodeAnswer> of(UUID cluster) {
        boolean podsSeen = !jdbc.queryForList(
                        "select 1 from cluster_coverage where cluster_id = ? and kind = 'POD' and sight = 'SEEN'",
                        Integer.class,
                        cluster)
                .isEmpty();
        String label = "upper(trim(coalesce("
                + Sensitivity.LABELS.stream()
                        .map(key -> "nullif(n.labels ->> '" + key + "', '')")
                        .collect(Collectors.joining(", "))
                + ", '')))";
        Map<UUID, NodeAnswer> placed = new LinkedHashMap<>();
        Map<UUID, TreeMap<String, List<String>>> levels = new LinkedHashMap<>();
        jdbc.query(
                """
                select m.id, m.name, p.namespace, case when p.namespace is null then null else %s end as level
                from nodes m
                left join (select distinct p.node, p.namespace from pods p
                           join namespaces s on s.cluster_id = p.cluster_id and s.name = p.namespace
                           where p.cluster_id = ? and not s.platform) p on p.node = m.name
                left join namespaces n on n.cluster_id = m.cluster_id and n.name = p.namespace
                where m.cluster_id = ? order by m.name, p.namespace
                """.formatted(label),
                row -> {
                    UUID node = Sql.uuid(row, "id");
                    placed.putIfAbsent(node, new NodeAnswer(node, row.getString("name"), Sensitivity.podsNotSeen()));
                    TreeMap<String, List<String>> of = levels.computeIfAbsent(node, key -> new TreeMap<>());
                    String namespace = row.getString("namespace");
                    if (namespace != null) {
                        of.computeIfAbsent(row.getString("level").toUpperCase(Locale.ROOT), key -> new ArrayList<>())
                                .add(namespace);
                    }
                },
                cluster,
                cluster);
        placed.replaceAll((node, one) -> new NodeAnswer(
                node,
                one.name(),
                podsSeen ? Sensitivity.judge(levels.getOrDefault(node, new TreeMap<>())) : Sensitivity.podsNotSeen()));
        return List.copyOf(placed.values());
    }
}
