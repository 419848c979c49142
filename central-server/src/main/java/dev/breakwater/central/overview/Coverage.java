package dev.breakwater.central.overview;

import dev.breakwater.central.images.ScanAges;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.SharedAnswers;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;

/** What we see and what we do not: the page against silence that looks like health. */
@Service
public class Coverage {

    private static final int MOST = 1_000;

    /**
     * The whole answer.
     *
     * @param kinds what each cluster's sensor can read, one row for cluster and kind
     * @param neverSeen clusters that no sensor ever told anything of: all of them is unknown
     * @param problems single places that could not be read
     * @param unknownVerdicts policies that could not be judged everywhere, the most frequent first
     * @param workloads what of the workloads is judged
     * @param images how far the images that run were looked into, one row for each cluster
     */
    public record Report(
            List<KindSight> kinds,
            List<NeverSeen> neverSeen,
            List<Problem> problems,
            List<UnknownVerdicts> unknownVerdicts,
            Judged workloads,
            List<ImageScans> images) {}

    /**
     * The images that a cluster runs, by what is known of their insides.
     *
     * @param complete all was read
     * @param incomplete something could not be read
     * @param told nobody has looked; a document that was uploaded tells the packages
     * @param stale the last scan is too old
     * @param failed the last scan failed
     * @param unscanned nobody has looked
     * @param unresolved of those that nobody has looked into: only a name is known, no digest, so nothing is scanned by itself
     */
    public record ImageScans(
            UUID clusterId,
            String cluster,
            long complete,
            long incomplete,
            long told,
            long stale,
            long failed,
            long unscanned,
            long unresolved) {}

    /**
     * A cluster that was added, but of which no sensor ever said what it can read.
     *
     * @param addedAt since when it waits
     */
    public record NeverSeen(UUID clusterId, String cluster, Instant addedAt) {}

    /**
     * What a sensor can read of one kind.
     *
     * @param sight {@code SEEN}, {@code NOT_SERVED}, {@code FORBIDDEN}, {@code FAILED}, {@code OUT_OF_SIGHT}
     */
    public record KindSight(
            UUID clusterId, String cluster, String kind, String sight, String detail, Instant reportedAt) {}

    /**
     * A place that could not be read.
     *
     * @param line 0 = the whole
     */
    public record Problem(UUID clusterId, String cluster, String place, int line, String detail) {}

    /** How many workloads a policy could not be judged for. */
    public record UnknownVerdicts(UUID policyId, String policy, long workloads) {}

    /**
     * The workloads by state of their judgement.
     *
     * @param total all of them
     * @param judged with a verdict of the present facts
     * @param pending a change waits to be judged
     * @param failed the judgement itself failed
     * @param oldestPending since when the oldest waits
     */
    public record Judged(
            long total,
            long judged,
            long pending,
            long failed,
            @Nullable Instant oldestPending) {}

    private final NamedParameterJdbcTemplate jdbc;
    private final SharedAnswers answers;
    private final ScanAges properties;
    private final Clock clock;

    private record Wanted(AccessScope scope) {}

    Coverage(DataSource dataSource, SharedAnswers answers, ScanAges properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.answers = answers;
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
    }

    /** The answer for a scope; those who have the same one share it for a few seconds. */
    public Report report(AccessScope scope) {
        return answers.get(new Wanted(scope), () -> read(scope));
    }

    private Report read(AccessScope scope) {
        return new Report(
                kinds(scope), neverSeen(scope), problems(scope), unknownVerdicts(scope), judged(scope), images(scope));
    }

    private List<KindSight> kinds(AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        return jdbc.query(
                "select k.*, c.name as cluster from cluster_coverage k join clusters c on c.id = k.cluster_id where "
                        + ScopeCondition.of(scope, "k.cluster_id", null, parameters)
                        + " order by c.name, k.kind limit " + MOST,
                parameters.values(),
                (row, number) -> new KindSight(
                        Sql.uuid(row, "cluster_id"),
                        row.getString("cluster"),
                        row.getString("kind"),
                        row.getString("sight"),
                        row.getString("detail"),
                        Sql.instant(row, "reported_at")));
    }

    private List<NeverSeen> neverSeen(AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        return jdbc.query(
                "select c.id, c.name, c.created_at from clusters c where"
                        + " not exists (select 1 from cluster_coverage k where k.cluster_id = c.id) and "
                        + ScopeCondition.of(scope, "c.id", null, parameters) + " order by c.name limit " + MOST,
                parameters.values(),
                (row, number) ->
                        new NeverSeen(Sql.uuid(row, "id"), row.getString("name"), Sql.instant(row, "created_at")));
    }

    private List<Problem> problems(AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        return jdbc.query(
                "select p.*, c.name as cluster from cluster_problems p join clusters c on c.id = p.cluster_id where "
                        + ScopeCondition.of(scope, "p.cluster_id", null, parameters)
                        + " order by c.name, p.ordinal limit " + MOST,
                parameters.values(),
                (row, number) -> new Problem(
                        Sql.uuid(row, "cluster_id"),
                        row.getString("cluster"),
                        row.getString("place"),
                        row.getInt("line"),
                        row.getString("detail")));
    }

    private List<UnknownVerdicts> unknownVerdicts(AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        return jdbc.query(
                "select u.policy_id, p.name, count(*) as workloads from judgements j join workloads w on w.id = j.workload_id"
                        + " cross join unnest(j.unknown_policies) as u(policy_id) join policies p on p.id = u.policy_id where "
                        + ScopeCondition.of(scope, "w.cluster_id", "w.namespace", parameters)
                        + " group by u.policy_id, p.name order by workloads desc, p.name limit " + MOST,
                parameters.values(),
                (row, number) -> new UnknownVerdicts(
                        Sql.uuid(row, "policy_id"), row.getString("name"), row.getLong("workloads")));
    }

    private List<ImageScans> images(AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String oldest =
                parameters.add(clock.instant().minus(properties.scanMaxAge()).toString());
        return jdbc.query(
                """
                select x.cluster_id, c.name, count(*) filter (where x.state = 'COMPLETE') as complete,
                    count(*) filter (where x.state = 'INCOMPLETE') as incomplete,
                    count(*) filter (where x.state = 'TOLD') as told,
                    count(*) filter (where x.state = 'STALE') as stale, count(*) filter (where x.state = 'FAILED') as failed,
                    count(*) filter (where x.state = 'UNSCANNED') as unscanned,
                    count(*) filter (where x.state = 'UNSCANNED' and x.unresolved) as unresolved
                from (
                    select u.cluster_id, i.digest is null as unresolved, case
                        when k.id is null then case when j.state = 'FAILED' then 'FAILED' else 'UNSCANNED' end
                        when k.scanned_at < cast(%s as timestamptz) then 'STALE'
                        when not k.has_config then 'TOLD'
                        when k.complete then 'COMPLETE' else 'INCOMPLETE' end as state
                    from (select distinct w.cluster_id, r.image_id from workloads w
                        join workload_images r on r.workload_id = w.id where %s) u
                    join images i on i.id = u.image_id left join contents_of_images v on v.image_id = i.id
                    left join image_contents k on k.id = v.content_id
                    left join scan_jobs j on j.target = coalesce(i.digest, i.name)) x
                join clusters c on c.id = x.cluster_id group by x.cluster_id, c.name order by c.name limit %d
                """.formatted(oldest, ScopeCondition.of(scope, "w.cluster_id", "w.namespace", parameters), MOST),
                parameters.values(),
                (row, number) -> new ImageScans(
                        Sql.uuid(row, "cluster_id"),
                        row.getString("name"),
                        row.getLong("complete"),
                        row.getLong("incomplete"),
                        row.getLong("told"),
                        row.getLong("stale"),
                        row.getLong("failed"),
                        row.getLong("unscanned"),
                        row.getLong("unresolved")));
    }

    private Judged judged(AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        return jdbc.queryForObject(
                """
                select count(*) as total,
                       count(*) filter (where j.workload_id is not null and j.error_id is null and
                                        (d.workload_id is null or d.due_at > now())) as judged,
                       count(*) filter (where j.workload_id is null or d.due_at <= now()) as pending,
                       count(*) filter (where j.error_id is not null) as failed,
                       min(d.due_at) filter (where d.due_at <= now()) as oldest
                from workloads w left join judgements j on j.workload_id = w.id
                left join judgement_due d on d.workload_id = w.id where
                """ + ScopeCondition.of(scope, "w.cluster_id", "w.namespace", parameters),
                parameters.values(),
                (row, number) -> new Judged(
                        row.getLong("total"),
                        row.getLong("judged"),
                        row.getLong("pending"),
                        row.getLong("failed"),
                        Sql.instantOrNull(row, "oldest")));
    }
}
