package dev.breakwater.central.vulnerabilities.internal.node;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.machine.PackageUse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes which packages nodes have. */
@Component
class NodePackageTable {

    private final JdbcTemplate jdbc;

    NodePackageTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The packages of a node, in place of those that it had. */
    void write(UUID node, Map<Integer, PackageUse> uses, String kernel, String problem) {
        Rows rows = Rows.of("int4", "text");
        uses.forEach((id, use) -> rows.add(id, use.name()));
        jdbc.update(
                "delete from node_packages where node_id = ? and package_id <> all (?::int4[])",
                node,
                Rows.array("int4", uses.keySet()));
        rows.update(
                jdbc,
                "insert into node_packages (package_id, usage, node_id) select u.*, n.id from " + rows.unnest()
                        + " u cross join (select ?::uuid) n(id) on conflict (node_id, package_id)"
                        + " do update set usage = excluded.usage where node_packages.usage <> excluded.usage",
                node);
        jdbc.update(
                """
                insert into node_counts (node_id, hash, kernel, kernel_found, problem, packages)
                select e.node_id, e.hash, ?, ?, ?, ? from node_evidence e where e.node_id = ?
                on conflict (node_id) do update set hash = excluded.hash, kernel = excluded.kernel,
                    kernel_found = excluded.kernel_found, problem = excluded.problem, packages = excluded.packages
                """,
                kernel.replace('\0', '\ufffd'),
                !kernel.isEmpty() && uses.containsValue(PackageUse.RUNNING_KERNEL),
                problem.replace('\0', '\ufffd'),
                uses.size(),
                node);
        jdbc.update("insert into recount_due (kind, id) values ('NODE', ?)", node.toString());
    }

    /** Nodes whose packages are not those of their evidence. */
    List<UUID> untaken(int most) {
        return jdbc.query(
                "select e.node_id from node_evidence e left join node_counts c on c.node_id = e.node_id"
                        + " where c.hash is distinct from e.hash order by e.node_id limit ?",
                (row, number) -> Sql.uuid(row, "node_id"),
                most);
    }
}
