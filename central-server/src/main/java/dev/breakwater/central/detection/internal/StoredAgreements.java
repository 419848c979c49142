package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.Agreement;
import dev.breakwater.central.detection.Agreement.Differing;
import dev.breakwater.central.detection.Agreement.State;
import dev.breakwater.central.detection.Agreements;
import dev.breakwater.central.fleet.SensorJudgement;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.central.policy.CompiledPolicySet;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives sensors the policies, compares what they find with the stored judgements, and keeps how it stands. */
@Service
class StoredAgreements implements Agreements, SensorJudgement {

    private static final Logger LOG = LoggerFactory.getLogger(StoredAgreements.class);

    /** So many ids are kept of a report; more differ only where something is wrong with all of them. */
    private static final int MOST_KEPT = 10_000;

    private static final int EXAMPLES = 100;

    /** A sensor tells every eleven minutes at the latest; what is much older says nothing of the present facts. */
    private static final Duration TOLD_LATELY = Duration.ofMinutes(30);

    /** Central's side of one workload: what it found, {@code null} = it cannot be compared now. */
    private record Here(byte @Nullable [] fingerprint) {}

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final Policies policies;
    private final Clock clock;

    StoredAgreements(JdbcTemplate jdbc, Policies policies, Clock clock) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public long revision() {
        return policies.current().revision();
    }

    @Override
    public SensorJudgement.PolicyDocuments policies() {
        CompiledPolicySet set = policies.current();
        return new SensorJudgement.PolicyDocuments(
                set.revision(),
                set.byId().values().stream()
                        .filter(policy -> policy.enabled() && policy.stages().contains(Policy.Stage.DEPLOY))
                        .sorted(Comparator.comparing(Policy::id))
                        .map(policy -> PolicyDocument.toJson(List.of(policy)))
                        .toList());
    }

    @Override
    @Transactional
    public void told(UUID clusterId, Told told) {
        if (told.policyRevision() != revision()) {
            LOG.debug("verdicts by other policies than the present ones: cluster={}", clusterId);
            return;
        }
        Map<UUID, Here> here = here(clusterId, told.policyRevision());
        Set<UUID> ids = new HashSet<>(here.keySet());
        ids.addAll(told.fingerprints().keySet());
        Set<UUID> unlike = new HashSet<>();
        int agreeing = 0;
        int waiting = 0;
        for (UUID id : ids) {
            byte[] there = told.fingerprints().get(id);
            Here mine = here.get(id);
            if (mine != null && mine.fingerprint() == null) {
                waiting++;
            } else if (mine != null && Arrays.equals(mine.fingerprint(), there)) {
                agreeing++;
            } else {
                unlike.add(id);
            }
        }
        keep(clusterId, told, agreeing, waiting, unlike);
    }

    private Map<UUID, Here> here(UUID clusterId, long revision) {
        Map<UUID, Here> here = new HashMap<>();
        jdbc.query(
                """
                select w.id, case when j.policy_revision = ? and j.error_id is null and (d.due_at is null or d.due_at > ?::timestamptz)
                    and not exists (select 1 from workload_images i join image_facts f on f.image_id = i.image_id
                                    where i.workload_id = w.id)
                    then j.verdicts end as verdicts
                from workloads w left join judgements j on j.workload_id = w.id
                left join judgement_due d on d.workload_id = w.id where w.cluster_id = ?
                """,
                row -> {
                    here.put(Sql.uuid(row, "id"), new Here(row.getBytes("verdicts")));
                },
                revision,
                clock.instant().toString(),
                clusterId);
        return here;
    }

    private void keep(UUID clusterId, Told told, int agreeing, int waiting, Set<UUID> unlike) {
        Set<UUID> before = new HashSet<>();
        jdbc.query(
                "select unnest(suspected || differing) as id from agreements where cluster_id = ? and policy_revision = ?",
                row -> {
                    before.add(Sql.uuid(row, "id"));
                },
                clusterId,
                told.policyRevision());
        List<UUID> differing =
                unlike.stream().filter(before::contains).limit(MOST_KEPT).toList();
        List<UUID> suspected = unlike.stream()
                .filter(id -> !before.contains(id))
                .limit(MOST_KEPT)
                .toList();
        jdbc.update(
                """
                insert into agreements (cluster_id, reported_at, judged_at, policy_revision, workloads, agreeing, waiting,
                    suspected, differing)
                values (?, ?::timestamptz, ?::timestamptz, ?, ?, ?, ?, ?, ?)
                on conflict (cluster_id) do update set reported_at = excluded.reported_at, judged_at = excluded.judged_at,
                    policy_revision = excluded.policy_revision, workloads = excluded.workloads,
                    agreeing = excluded.agreeing, waiting = excluded.waiting, suspected = excluded.suspected,
                    differing = excluded.differing
                """,
                clusterId,
                clock.instant().toString(),
                told.judgedAt().toString(),
                told.policyRevision(),
                told.fingerprints().size(),
                agreeing,
                waiting,
                Rows.ids(suspected),
                Rows.ids(differing));
        if (!differing.isEmpty()) {
            LOG.warn("central and sensor judge differently: cluster={} workloads={}", clusterId, differing.size());
        }
    }

    @Override
    public Agreement of(UUID clusterId, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        return read(" and c.id = " + parameters.add(clusterId), scope, parameters).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("cluster", clusterId.toString()));
    }

    @Override
    public List<Agreement> all(AccessScope scope) {
        return read("", scope, new SqlParameters());
    }

    private List<Agreement> read(String condition, AccessScope scope, SqlParameters parameters) {
        long revision = revision();
        String sql = """
                select c.id, c.name, a.reported_at, a.policy_revision, a.workloads, a.agreeing, a.waiting,
                       cardinality(a.suspected) as suspected, cardinality(a.differing) as differing
                from clusters c left join agreements a on a.cluster_id = c.id where %s%s order by c.name
                """.formatted(ScopeCondition.of(scope, "c.id", null, parameters), condition);
        return named.query(sql, parameters.values(), (row, number) -> agreement(row, revision));
    }

    private Agreement agreement(ResultSet row, long revision) throws SQLException {
        UUID id = Sql.uuid(row, "id");
        int differing = row.getInt("differing");
        State state = state(row, revision, differing);
        if (state == State.WAITING || state == State.UNKNOWN) {
            // What was told says nothing of the present policies, or of the present facts.
            int workloads = row.getInt("workloads");
            return new Agreement(
                    id,
                    row.getString("name"),
                    state,
                    Sql.instantOrNull(row, "reported_at"),
                    workloads,
                    0,
                    workloads,
                    0,
                    0,
                    List.of());
        }
        return new Agreement(
                id,
                row.getString("name"),
                state,
                Sql.instantOrNull(row, "reported_at"),
                row.getInt("workloads"),
                row.getInt("agreeing"),
                row.getInt("waiting"),
                row.getInt("suspected"),
                differing,
                differing == 0 ? List.of() : examples(id));
    }

    private State state(ResultSet row, long revision, int differing) throws SQLException {
        Instant reportedAt = Sql.instantOrNull(row, "reported_at");
        if (reportedAt == null || reportedAt.plus(TOLD_LATELY).isBefore(clock.instant())) {
            return State.UNKNOWN;
        }
        if (row.getLong("policy_revision") != revision) {
            return State.WAITING;
        }
        return differing > 0 ? State.DIFFERS : State.AGREES;
    }

    private List<Differing> examples(UUID clusterId) {
        return jdbc.query(
                """
                select u.id, coalesce(w.namespace, '') as namespace, coalesce(w.kind, '') as kind, coalesce(w.name, '') as name
                from agreements a cross join unnest(a.differing) u(id) left join workloads w on w.id = u.id
                where a.cluster_id = ? order by namespace, name, u.id limit ?
                """,
                (row, number) -> new Differing(
                        Sql.uuid(row, "id"), row.getString("namespace"), row.getString("kind"), row.getString("name")),
                clusterId,
                EXAMPLES);
    }
}
