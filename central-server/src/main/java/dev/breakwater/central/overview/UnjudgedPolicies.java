package dev.breakwater.central.overview;

import dev.breakwater.central.inventory.LoadedWorkload;
import dev.breakwater.central.inventory.WorkloadFacts;
import dev.breakwater.central.overview.UnjudgedPolicy.MissingFact;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.central.policy.CompiledPolicySet;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.engine.assembly.Assembler;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Verdict;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * Says which policies could not be judged for a workload, as its judgement keeps it, and why. The reasons are not kept for
 * each policy: they are found by judging the one workload again.
 */
@Service
public class UnjudgedPolicies {

    private static final Comparator<UnjudgedPolicy> WORST_FIRST =
            Comparator.comparing(UnjudgedPolicy::severity).reversed().thenComparing(UnjudgedPolicy::policy);

    private final NamedParameterJdbcTemplate jdbc;
    private final WorkloadFacts facts;
    private final Policies policies;
    private final Clock clock;
    private final Assembler assembler = new Assembler();

    UnjudgedPolicies(DataSource dataSource, WorkloadFacts facts, Policies policies, Clock clock) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.facts = facts;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Those of one workload, the worst first; empty if every policy gave an answer, or it is not judged yet.
     *
     * @throws NotFound if there is no such workload within the scope
     */
    public List<UnjudgedPolicy> of(UUID workloadId, AccessScope scope) {
        List<UUID> ids = kept(workloadId, scope);
        LoadedWorkload loaded =
                ids.isEmpty() ? null : facts.load(List.of(workloadId)).get(workloadId);
        if (loaded == null) {
            return List.of();
        }
        CompiledPolicySet set = policies.current();
        Map<UUID, Verdict> verdicts =
                set.compiled().judge(assembler.assemble(loaded.spec(), loaded.surroundings()), clock.instant()).stream()
                        .collect(Collectors.toMap(Verdict::policyId, verdict -> verdict));
        return ids.stream()
                .filter(set.byId()::containsKey)
                .map(id -> view(set.byId().get(id), verdicts.get(id)))
                .sorted(WORST_FIRST)
                .toList();
    }

    private List<UUID> kept(UUID workloadId, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String sql = "select coalesce(j.unknown_policies::text[], '{}') as ids from workloads w"
                + " left join judgements j on j.workload_id = w.id where w.id = " + parameters.add(workloadId) + " and "
                + ScopeCondition.of(scope, "w.cluster_id", "w.namespace", parameters);
        return jdbc.query(sql, parameters.values(), (row, number) -> Sql.texts(row, "ids")).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("workload", workloadId.toString()))
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    private static UnjudgedPolicy view(Policy policy, @Nullable Verdict verdict) {
        List<MissingFact> missing = verdict == null
                ? List.of()
                : verdict.unknown().stream()
                        .map(fact -> new MissingFact(fact.criterion(), fact.subject(), fact.reason(), fact.detail()))
                        .distinct()
                        .toList();
        return new UnjudgedPolicy(policy.id(), policy.name(), policy.severity(), missing);
    }
}
