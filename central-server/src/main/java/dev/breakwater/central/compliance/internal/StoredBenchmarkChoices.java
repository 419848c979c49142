package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.compliance.BenchmarkChoice;
import dev.breakwater.central.compliance.BenchmarkChoices;
import dev.breakwater.central.inventory.ClusterNodes;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.engine.compliance.About;
import dev.breakwater.engine.compliance.Fitting;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Standards;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredBenchmarkChoices implements BenchmarkChoices {

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final ClusterNodes nodes;
    private final Audit audit;
    private final ActorSource actors;
    private final Clock clock;

    StoredBenchmarkChoices(DataSource dataSource, ClusterNodes nodes, Audit audit, ActorSource actors, Clock clock) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.named = new NamedParameterJdbcTemplate(dataSource);
        this.nodes = nodes;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public List<BenchmarkChoice> all(AccessScope scope) {
        SqlParameters sql = new SqlParameters();
        return named.query(
                "select c.id, c.name, h.standard, h.chosen_by, h.chosen_at from clusters c"
                        + " left join compliance_benchmark_choices h on h.cluster_id = c.id where "
                        + ScopeCondition.of(scope, "c.id", null, sql) + " order by c.name",
                sql.values(),
                (row, number) -> {
                    UUID cluster = Sql.uuid(row, "id");
                    return new BenchmarkChoice(
                            cluster,
                            row.getString("name"),
                            Fitting.benchmark(nodes.of(cluster).nodes().stream()
                                            .map(ClusterNodes.SeenNode::node)
                                            .toList())
                                    .orElse(null),
                            row.getString("standard"),
                            row.getString("chosen_by"),
                            Sql.instantOrNull(row, "chosen_at"));
                });
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public void choose(UUID cluster, String standard) {
        check(standard);
        String name = name(cluster);
        String before = chosen(cluster);
        jdbc.update("""
            insert into compliance_benchmark_choices (cluster_id, standard, chosen_by, chosen_at) values (?, ?, ?, ?)
            on conflict (cluster_id) do update set
                standard = excluded.standard, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at
            """, cluster, standard, actors.current().name(), Timestamp.from(clock.instant()));
        audit.record("chose the benchmark of", "cluster", cluster.toString(), name, before, standard);
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public void withdraw(UUID cluster) {
        String name = name(cluster);
        String before = chosen(cluster);
        if (jdbc.update("delete from compliance_benchmark_choices where cluster_id = ?", cluster) == 0) {
            throw new NotFound("choice of a benchmark", cluster.toString());
        }
        audit.record("withdrew the benchmark of", "cluster", cluster.toString(), name, before, null);
    }

    /**
     * Whether it is a version of CIS Kubernetes.
     *
     * @throws InvalidRequest if not
     */
    static void check(String standard) {
        List<String> allowed = Standards.all().stream()
                .filter(one -> one.speaksOf().subject() == About.Subject.KUBERNETES)
                .map(Standard::id)
                .toList();
        if (!allowed.contains(standard)) {
            throw new InvalidRequest("standard", standard, "one of " + String.join(", ", allowed));
        }
    }

    private @org.jspecify.annotations.Nullable String chosen(UUID cluster) {
        return jdbc
                .queryForList(
                        "select standard from compliance_benchmark_choices where cluster_id = ?", String.class, cluster)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private String name(UUID cluster) {
        return jdbc.queryForList("select name from clusters where id = ?", String.class, cluster).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("cluster", cluster.toString()));
    }
}
