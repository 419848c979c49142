package dev.breakwater.central.overview;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.SharedAnswers;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.central.system.SystemProperties;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;

/** The figures of the whole, within what the reader may see. */
@Service
public class Summary {

    private static final int RISKIEST = 10;
    private static final int ROLL_UPS = 100;

    /**
     * The figures.
     *
     * @param ready whether what was expected at start is read and judged
     * @param violations open ones by severity
     * @param unknownVerdicts (workload, policy) pairs that could not be judged; never counted as passed
     * @param clusterRisk sum of the risk scores of each cluster's workloads
     */
    public record Figures(
            boolean ready,
            Progress progress,
            long clusters,
            long namespaces,
            long nodes,
            long workloads,
            long images,
            long secrets,
            Severities violations,
            long unknownVerdicts,
            List<WorkloadRow> riskiest,
            List<RollUp> clusterRisk,
            List<RollUp> namespaceRisk) {}

    /**
     * How far the first reading is.
     *
     * @param expectedClusters clusters being added at start
     * @param syncedClusters clusters read completely at least once
     * @param pendingWorkloads workloads whose judgement is waiting
     */
    public record Progress(int expectedClusters, long syncedClusters, long pendingWorkloads) {}

    /** Workloads, and those of them that wait for their judgement. */
    public record Waiting(long workloads, long pending) {}

    private record WaitingIn(AccessScope scope) {}

    private record Unjudged(String q, AccessScope scope) {}

    /** Open violations. */
    public record Severities(long critical, long high, long medium, long low) {}

    /** What workloads add up to in a cluster or namespace. */
    public record RollUp(
            UUID clusterId, String cluster, String namespace, long workloads, double riskSum, long violations) {}

    /** What is told anew each time: whoever waits for a first reading must not be told of it late. */
    private record Present(long clusters, long synced, long workloads, long pending) {}

    private record Counts(
            long namespaces, long nodes, long images, long secrets, long unknown, Severities violations) {}

    /** What takes long over a large fleet, shared by those who have the same scope. */
    private record Shared(Counts counts, List<WorkloadRow> riskiest, List<RollUp> clusters, List<RollUp> namespaces) {}

    private record Wanted(AccessScope scope, boolean ready) {}

    private final NamedParameterJdbcTemplate jdbc;
    private final Workloads workloads;
    private final SystemProperties system;

    private final SharedAnswers answers;

    Summary(DataSource dataSource, Workloads workloads, SystemProperties system, SharedAnswers answers) {
        this.answers = answers;
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.workloads = workloads;
        this.system = system;
    }

    /** The figures; those that take long are shared for a few seconds. */
    public Figures figures(AccessScope scope) {
        Present present = present(scope);
        boolean ready = present.synced() >= system.expectedClusters()
                && (system.expectedClusters() == 0 || present.pending() == 0);
        Shared shared = answers.get(new Wanted(scope, ready), () -> read(scope));
        Counts counts = shared.counts();
        return new Figures(
                ready,
                new Progress(system.expectedClusters(), present.synced(), present.pending()),
                present.clusters(),
                counts.namespaces(),
                counts.nodes(),
                present.workloads(),
                counts.images(),
                counts.secrets(),
                counts.violations(),
                counts.unknown(),
                shared.riskiest(),
                shared.clusters(),
                shared.namespaces());
    }

    /** How many workloads there are, and how many of them wait for their judgement; shared for a few seconds. */
    public Waiting waiting(AccessScope scope) {
        return answers.get(new WaitingIn(scope), () -> {
            Present present = present(scope);
            return new Waiting(present.workloads(), present.pending());
        });
    }

    private Shared read(AccessScope scope) {
        return new Shared(
                counts(scope),
                workloads
                        .list(new ListRequest("", "-risk", RISKIEST, null), scope)
                        .items(),
                rollUps(scope, "c.name, w.cluster_id", "''"),
                rollUps(scope, "c.name, w.cluster_id, w.namespace", "w.namespace"));
    }

    private Present present(AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String ofClusters = ScopeCondition.of(scope, "c.id", null, parameters);
        String ofWorkloads = ScopeCondition.of(scope, "x.cluster_id", "x.namespace", parameters);
        String sql = """
                select (select count(*) from clusters c where %1$s) as clusters,
                       (select count(*) from clusters c where c.first_synced_at is not null and %1$s) as synced,
                       (select count(*) from workloads x where %2$s) as workloads,
                       (select count(*) from workloads x where %2$s)
                     - (select count(*) from judgements j where %3$s)
                     + (select count(*) from judgement_due d join workloads x on x.id = d.workload_id
                        join judgements j on j.workload_id = x.id where d.due_at <= now() and %2$s) as pending
                """.formatted(
                ofClusters,
                ofWorkloads,
                scope.everything()
                        ? "true"
                        : "exists (select 1 from workloads x where x.id = j.workload_id and " + ofWorkloads + ")");
        return jdbc.queryForObject(
                sql,
                parameters.values(),
                (row, number) -> new Present(
                        row.getLong("clusters"),
                        row.getLong("synced"),
                        row.getLong("workloads"),
                        row.getLong("pending")));
    }

    /**
     * How many workloads have a policy that could not be judged.
     *
     * @param q limits the workloads, in the grammar of their list
     */
    public int unjudgedWorkloads(String q, AccessScope scope) {
        return answers.get(new Unjudged(q, scope), () -> workloads.count(("unknown:yes " + q).strip(), scope));
    }

    private Counts counts(AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String cluster = ScopeCondition.of(scope, "x.cluster_id", null, parameters);
        String namespace = ScopeCondition.of(scope, "x.cluster_id", "x.namespace", parameters);
        String ofNamespaces = ScopeCondition.of(scope, "x.cluster_id", "x.name", parameters);
        String sql = """
                select (select count(*) from namespaces x where %3$s) as namespaces,
                       (select count(*) from nodes x where %1$s) as nodes,
                       (select count(*) from (select distinct i.image_id from workload_images i
                        join workloads x on x.id = i.workload_id where %2$s) used) as images,
                       (select count(*) from secrets x where %2$s) as secrets,
                       (select coalesce(sum(cardinality(j.unknown_policies)), 0) from judgements j
                        join workloads x on x.id = j.workload_id where %2$s) as unknown,
                       s.*
                from (select count(*) filter (where x.severity = 4) as critical, count(*) filter (where x.severity = 3) as high,
                             count(*) filter (where x.severity = 2) as medium, count(*) filter (where x.severity = 1) as low
                      from violations x where x.state = 'OPEN' and %2$s) s
                """.formatted(cluster, namespace, ofNamespaces);
        return jdbc.queryForObject(
                sql,
                parameters.values(),
                (row, number) -> new Counts(
                        row.getLong("namespaces"),
                        row.getLong("nodes"),
                        row.getLong("images"),
                        row.getLong("secrets"),
                        row.getLong("unknown"),
                        new Severities(
                                row.getLong("critical"),
                                row.getLong("high"),
                                row.getLong("medium"),
                                row.getLong("low"))));
    }

    private List<RollUp> rollUps(AccessScope scope, String group, String namespace) {
        SqlParameters parameters = new SqlParameters();
        String sql = "select w.cluster_id, c.name as cluster, " + namespace + " as namespace, count(*) as workloads,"
                + " coalesce(sum(r.score), 0) as risk_sum,"
                + " coalesce(sum(j.critical + j.high + j.medium + j.low), 0) as violations"
                + " from workloads w join clusters c on c.id = w.cluster_id left join risk_scores r on r.workload_id = w.id"
                + " left join judgements j on j.workload_id = w.id where "
                + ScopeCondition.of(scope, "w.cluster_id", "w.namespace", parameters)
                + " group by " + group + " order by risk_sum desc limit " + ROLL_UPS;
        return jdbc.query(
                sql,
                parameters.values(),
                (row, number) -> new RollUp(
                        row.getObject("cluster_id", UUID.class),
                        row.getString("cluster"),
                        row.getString("namespace"),
                        row.getLong("workloads"),
                        row.getDouble("risk_sum"),
                        row.getLong("violations")));
    }
}
