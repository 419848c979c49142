package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.Explanations;
import dev.breakwater.central.detection.SeenObject;
import dev.breakwater.central.detection.SeenObject.Finding;
import dev.breakwater.central.detection.SuggestedFix;
import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.central.detection.Violations;
import dev.breakwater.central.inventory.LoadedWorkload;
import dev.breakwater.central.inventory.WorkloadFacts;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.policy.CompiledPolicySet;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.assembly.Surroundings;
import dev.breakwater.engine.fix.ManifestFix;
import dev.breakwater.engine.fix.ManifestFixer;
import dev.breakwater.engine.kubernetes.ManifestText;
import dev.breakwater.engine.kubernetes.ManifestWriter;
import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Verdict;
import dev.breakwater.engine.policy.Verdict.Outcome;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** From the facts as they are now, by the engine. */
@Service
class StoredExplanations implements Explanations {

    private final Violations violations;
    private final WorkloadFacts facts;
    private final WorkloadAssembly assembly;
    private final Policies policies;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    StoredExplanations(
            Violations violations,
            WorkloadFacts facts,
            WorkloadAssembly assembly,
            Policies policies,
            JdbcTemplate jdbc,
            Clock clock) {
        this.violations = violations;
        this.facts = facts;
        this.assembly = assembly;
        this.policies = policies;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<SeenObject> object(UUID violationId, AccessScope scope) {
        ViolationRow violation = violations.get(violationId, scope);
        LoadedWorkload loaded = load(violation);
        if (loaded == null) {
            return Optional.empty();
        }
        ManifestText text = ManifestText.of(ManifestWriter.write(loaded.spec()));
        return Optional.of(new SeenObject(
                loaded.spec().generation(),
                readAt(loaded.id()),
                text.lines().stream().map(ManifestText.Line::text).toList(),
                violation.evidence().stream()
                        .map(evidence -> new Finding(evidence, text.lineOf(evidence.path())))
                        .toList()));
    }

    /** Of what was refused no object is kept; what runs by the same name is another one. */
    private @Nullable LoadedWorkload load(ViolationRow violation) {
        if (violation.checkId() != null) {
            return null;
        }
        UUID id = violation.workload().id();
        return facts.load(List.of(id)).get(id);
    }

    private Instant readAt(UUID workloadId) {
        return jdbc
                .queryForList("select changed_at from cluster_objects where id = ?", Timestamp.class, workloadId)
                .stream()
                .findFirst()
                .map(Timestamp::toInstant)
                .orElse(Instant.EPOCH);
    }

    @Override
    public SuggestedFix fix(UUID violationId, AccessScope scope) {
        ViolationRow violation = violations.get(violationId, scope);
        CompiledPolicySet set = policies.current();
        Policy policy = set.byId().get(violation.policyId());
        LoadedWorkload loaded = load(violation);
        if (policy == null || loaded == null || violation.state().equals(State.RESOLVED.name())) {
            return inWords(policy == null ? "" : policy.remediation());
        }
        Instant now = clock.instant();
        Workload workload = assembly.assemble(loaded.spec(), loaded.surroundings());
        ManifestFixer fixer =
                new ManifestFixer((spec, added) -> assembly.assemble(spec, with(loaded.surroundings(), added)));
        return fixer.fix(policy, workload, now)
                .map(fix -> suggested(policy, fix, set, workload, loaded, now))
                .orElseGet(() -> inWords(policy.remediation()));
    }

    private static SuggestedFix inWords(String words) {
        return new SuggestedFix(words, List.of(), null, "", List.of());
    }

    private SuggestedFix suggested(
            Policy policy,
            ManifestFix fix,
            CompiledPolicySet set,
            Workload before,
            LoadedWorkload loaded,
            Instant now) {
        Workload after = assembly.assemble(fix.spec(), with(loaded.surroundings(), fix.networkPolicies()));
        Set<UUID> still = violated(set, after, now).collect(Collectors.toSet());
        List<String> alsoCloses = violated(set, before, now)
                .filter(id -> !still.contains(id) && !id.equals(policy.id()))
                .map(id -> set.byId().get(id))
                .filter(Objects::nonNull)
                .map(Policy::name)
                .sorted()
                .toList();
        String file = loaded.spec().meta().name() + ".yaml";
        return new SuggestedFix(
                policy.remediation(), fix.steps(), fix.diff(), fix.diff().unified(file), alsoCloses);
    }

    private static Stream<UUID> violated(CompiledPolicySet set, Workload workload, Instant now) {
        return set.compiled().judge(workload, now).stream()
                .filter(verdict -> verdict.outcome() == Outcome.VIOLATED)
                .map(Verdict::policyId);
    }

    private static Surroundings with(Surroundings from, List<NetworkPolicy> added) {
        return added.isEmpty()
                ? from
                : new Surroundings(
                        from.cluster(),
                        from.namespace(),
                        from.services(),
                        from.endpoints(),
                        from.ingresses(),
                        from.networkPolicies()
                                .map(all -> Stream.concat(all.stream(), added.stream())
                                        .toList()),
                        from.serviceAccount(),
                        from.bindings(),
                        from.roles(),
                        from.pods(),
                        from.images());
    }

    @Override
    public StoredPolicy policy(UUID violationId, AccessScope scope) {
        ViolationRow violation = violations.get(violationId, scope);
        return policies.at(violation.policyId(), violation.policyRevision());
    }
}
