package dev.breakwater.central.nodes.internal;

import dev.breakwater.central.inventory.NodeRow;
import dev.breakwater.central.nodes.EvidenceAge;
import dev.breakwater.central.nodes.ListedNode;
import dev.breakwater.central.nodes.ListedNode.Looked;
import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The list of nodes and machines. What a look found is joined by its primary key, on the left, so that a page that asks for none of it
 * finds its rows without.
 */
@Configuration(proxyBeanMethods = false)
class NodeLists {

    private static final String TABLES = """
            listed_nodes o left join clusters c on c.id = o.cluster_id left join node_evidence e on e.node_id = o.id
            left join node_checks k on k.node_id = o.id left join node_counts v on v.node_id = o.id""";

    /** What node_counts has counts in full only where every package is spoken for and the kernel that runs is one of them. */
    private static final String ALL_KNOWN = """
            v.problem = '' and v.unspoken = 0 and v.kernel_found and not exists (
                select 1 from node_packages p join package_due d on d.package_id = p.package_id where p.node_id = o.id)""";

    @Bean
    ListDefinition<ListedNode> nodeList(EvidenceAge age) {
        String fresh =
                "e.collected_at > now() - interval '" + age.evidenceMaxAge().toSeconds() + " seconds'";
        String counts = "(not e.forced and " + fresh + ")";
        String failed = "case when " + counts + " then k.failed_count end";
        String critical = found(counts, "v.critical");
        String high = found(counts, "v.high");
        String all = found(counts, "v.critical + v.high + v.medium + v.low + v.unknown");
        return ListDefinition.<ListedNode>of("nodes")
                .from(TABLES)
                .scopedBy("o.cluster_id", null)
                .id("o.id", KeyType.ID)
                .idsFirst()
                .select("o.*, coalesce(c.name, '') as cluster, e.collected_at, " + looked(fresh) + " as looked, "
                        + failed
                        + " as failed_checks, case when " + counts + " then k.unknown_count end as unknown_checks, "
                        + critical + " as critical, " + high + " as high, " + all + " as vulnerabilities, coalesce("
                        + counts + " and v.counted_at is not null and " + ALL_KNOWN + ", false) as all_known")
                .term(Conditions.clusterOrNone("cluster, name or id", "o.cluster_id"))
                .term(Conditions.text("name", "name", "o.name"))
                .searches("o.name")
                .term(Conditions.flag("machine", "it belongs to no cluster", "o.cluster_id is null"))
                .term(Conditions.words(
                        "looked",
                        "whether somebody looked at the machine: fresh, stale (too long ago), never, or other (the"
                                + " evidence is of another machine)",
                        looked(fresh),
                        words()))
                .term(Conditions.number("failed", "checks of machines that fail", failed))
                .term(Conditions.number("critical", "critical vulnerabilities of what is installed", critical))
                .term(Conditions.number("high", "high vulnerabilities of what is installed", high))
                .term(Conditions.number("vulnerabilities", "vulnerabilities of what is installed", all))
                .term(Conditions.text("os", "operating system", "o.os_image"))
                .term(Conditions.text("runtime", "container runtime", "o.container_runtime"))
                .term(Conditions.text("kubelet", "kubelet version", "o.kubelet_version"))
                .term(Conditions.flag("ready", "ready", "coalesce(o.ready, false)"))
                .sort("name", "o.name", KeyType.TEXT)
                .sort("cluster", "coalesce(c.name, '')", KeyType.TEXT)
                .sort("firstSeenAt", "o.first_seen_at", KeyType.INSTANT)
                .sort("lookedAt", "coalesce(e.collected_at, to_timestamp(0))", KeyType.INSTANT)
                .sort("failedChecks", "coalesce(" + failed + ", -1)", KeyType.WHOLE)
                .sort(
                        "critical",
                        "coalesce(" + found(counts, "v.critical * 1000000::bigint + v.high") + ", -1)",
                        KeyType.WHOLE)
                .defaultSort("name")
                .row(NodeLists::read);
    }

    private static String found(String counts, String number) {
        return "case when " + counts + " and v.counted_at is not null then " + number + " end";
    }

    private static String looked(String fresh) {
        return "case when e.node_id is null then 'NEVER' when e.forced then 'OTHER' when " + fresh
                + " then 'FRESH' else 'STALE' end";
    }

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        for (Looked looked : Looked.values()) {
            words.put(looked.name().toLowerCase(Locale.ROOT), looked.name());
        }
        return words;
    }

    private static ListedNode read(ResultSet row) throws SQLException {
        NodeRow node = NodeRow.read(row);
        return new ListedNode(
                node.id(),
                node.clusterId(),
                node.cluster(),
                node.name(),
                node.roles(),
                node.osImage(),
                node.kernelVersion(),
                node.containerRuntime(),
                node.kubeletVersion(),
                node.architecture(),
                node.ready(),
                node.unschedulable(),
                node.firstSeenAt(),
                Looked.valueOf(row.getString("looked")),
                Sql.instantOrNull(row, "collected_at"),
                row.getObject("failed_checks", Integer.class),
                row.getObject("unknown_checks", Integer.class),
                row.getObject("critical", Integer.class),
                row.getObject("high", Integer.class),
                row.getObject("vulnerabilities", Integer.class),
                row.getBoolean("all_known"));
    }
}
