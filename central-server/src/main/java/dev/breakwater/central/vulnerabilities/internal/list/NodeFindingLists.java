package dev.breakwater.central.vulnerabilities.internal.list;

import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.vulnerabilities.NodeFindingRow;
import dev.breakwater.central.vulnerabilities.NodeVulnerabilities;
import dev.breakwater.engine.machine.PackageUse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Single findings of what is installed on nodes. */
@Configuration(proxyBeanMethods = false)
class NodeFindingLists {

    private static final String ID = "concat_ws('/', o.id, f.package_id, f.vulnerability_id)";

    private static final String NOT_RUNNING = "p.usage = '" + PackageUse.KERNEL_NOT_RUNNING + "'";

    @Bean
    ListDefinition<NodeFindingRow> nodeFindingList() {
        ListDefinition<NodeFindingRow> list = ListDefinition.<NodeFindingRow>of(NodeVulnerabilities.LIST)
                .select(Occurrences.COLUMNS + ", " + ID
                        + " as row_id, o.id as node_id, o.cluster_id, coalesce(l.name, '') as cluster, o.name as node, p.usage, "
                        + Occurrences.NODE_STATE + " as state")
                .from(
                        "node_packages p join listed_nodes o on o.id = p.node_id left join clusters l on l.id = o.cluster_id"
                                + FindingLists.FOUND)
                .scopedBy("o.cluster_id", null)
                .id(ID, KeyType.TEXT)
                .term(Conditions.nameOrId("node", "node, name or id", "o.name", "o.id"))
                .term(Conditions.clusterOrNone("cluster, name or id", "o.cluster_id"))
                .term(Conditions.flag("running", "not only in a kernel that does not run", "not (" + NOT_RUNNING + ")"))
                .term(Conditions.words(
                        "use",
                        "what the package does there",
                        "p.usage",
                        new TreeMap<>(Map.of(
                                "plain", PackageUse.PLAIN.name(),
                                "running-kernel", PackageUse.RUNNING_KERNEL.name(),
                                "kernel-not-running", PackageUse.KERNEL_NOT_RUNNING.name()))))
                .term(Finds.state(
                        Occurrences.NODE_STATE + " = 0",
                        Occurrences.NODE_STATE + " = 1",
                        Occurrences.NODE_STATE + " = 2"))
                .searches("o.name")
                .sort("node", "o.name", KeyType.TEXT)
                .sort("running", "(case when " + NOT_RUNNING + " then 0 else 1 end)", KeyType.WHOLE)
                .defaultSort("-running,-severity,node")
                .row(NodeFindingLists::read);
        return FindingLists.common(list);
    }

    private static NodeFindingRow read(ResultSet row) throws SQLException {
        return new NodeFindingRow(
                row.getString("row_id"),
                Sql.uuid(row, "node_id"),
                Sql.uuidOrNull(row, "cluster_id"),
                row.getString("cluster"),
                row.getString("node"),
                Occurrences.read(row),
                PackageUse.valueOf(row.getString("usage")),
                FindingLists.STATES.get(row.getInt("state")));
    }
}
