package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.nodes.EvidenceAge;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.compliance.HostComponents;
import dev.breakwater.engine.compliance.HostComponents.Installed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What advisories say of what is installed on the nodes of a cluster. */
@Component
class HostAnswers {

    /** Of each node: whether its counts are those of its evidence and of now, and whether packages of it wait for advisories. */
    private static final String NODES = """
            from nodes n left join node_evidence e on e.node_id = n.id left join node_counts c on c.node_id = n.id
            cross join lateral (select
                e.collected_at > ?::timestamptz as fresh,
                c.counted_at is not null and c.hash = e.hash and not exists (
                    select 1 from recount_due d where d.kind = 'NODE' and d.id = n.id::text) as counted,
                n.id in (select p.node_id from package_due d join node_packages p on p.package_id = d.package_id) as waiting) s
            where n.cluster_id = ?
            """;

    private final JdbcTemplate jdbc;
    private final EvidenceAge age;
    private final Clock clock;

    HostAnswers(JdbcTemplate jdbc, EvidenceAge age, Clock clock) {
        this.jdbc = jdbc;
        this.age = age;
        this.clock = clock;
    }

    /** Every node of a cluster, by name. */
    List<NodeAnswer> of(UUID cluster) {
        return jdbc.query(
                "select n.id, n.name, e.forced, c.*, s.* " + NODES + " order by n.name",
                (row, number) -> new NodeAnswer(
                        Sql.uuid(row, "id"), row.getString("name"), HostComponents.judge(installed(row))),
                since(),
                cluster);
    }

    /** Differs as soon as something changed that the answers are made of. */
    String mark(UUID cluster) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) filter (where s.fresh) || '/' || count(*) filter (where e.forced) || '/'"
                        + " || count(*) filter (where s.counted) || '/' || count(*) filter (where s.waiting) || '/'"
                        + " || coalesce(max(c.counted_at)::text, '') "
                        + NODES,
                String.class,
                since(),
                cluster));
    }

    private String since() {
        return clock.instant().minus(age.evidenceMaxAge()).toString();
    }

    private static Installed installed(ResultSet row) throws SQLException {
        boolean usable = row.getBoolean("fresh") && row.getBoolean("counted") && !row.getBoolean("forced");
        return new Installed(row.getInt("packages"), row.getInt("fixable_high"), usable, unknown(row));
    }

    private static String unknown(ResultSet row) throws SQLException {
        if (!row.getBoolean("fresh")) {
            return MachineAnswers.UNSEEN;
        }
        if (row.getBoolean("forced")) {
            return "Its evidence was taken by force, though it says that it is of another machine.";
        }
        if (!row.getBoolean("counted") || row.getBoolean("waiting")) {
            return "Its packages were not all held against the advisories yet.";
        }
        String problem = row.getString("problem");
        if (!problem.isEmpty()) {
            return problem;
        }
        if (row.getInt("unspoken") > 0) {
            return row.getInt("unspoken") + " of its " + row.getInt("packages")
                    + " packages are of a kind that no loaded feed speaks for.";
        }
        return row.getBoolean("kernel_found")
                ? ""
                : "The kernel that runs belongs to no installed package: what is wrong with it is not known.";
    }
}
