package dev.breakwater.central.policy.internal;

import dev.breakwater.central.audit.Actor;
import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.inventory.JudgementDue;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.TransactionLocks;
import dev.breakwater.central.policy.CompiledPolicySet;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Policy;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The policies in the database, and the compiled set of the last revision that was asked for. */
@Service
class StoredPolicies implements Policies {

    private static final Logger LOG = LoggerFactory.getLogger(StoredPolicies.class);

    private final PolicyTable table;
    private final VersionTable versions;
    private final ExclusionTable exclusions;
    private final TransactionLocks locks;
    private final JudgementDue due;
    private final Audit audit;
    private final ActorSource actors;
    private final Clock clock;
    private final AtomicReference<@Nullable CompiledPolicySet> compiled = new AtomicReference<>();

    StoredPolicies(
            PolicyTable table,
            VersionTable versions,
            ExclusionTable exclusions,
            TransactionLocks locks,
            JudgementDue due,
            Audit audit,
            ActorSource actors,
            Clock clock) {
        this.table = table;
        this.versions = versions;
        this.exclusions = exclusions;
        this.locks = locks;
        this.due = due;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public List<StoredPolicy> list() {
        return table.all();
    }

    @Override
    public StoredPolicy get(UUID id) {
        return table.find(id).orElseThrow(() -> new NotFound("policy", id.toString()));
    }

    @Override
    public StoredPolicy at(UUID id, long setRevision) {
        return versions.at(id, setRevision).orElseThrow(() -> new NotFound("policy", id.toString()));
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public StoredPolicy enable(UUID id) {
        switchTo(List.of(id), true, "");
        return get(id);
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public StoredPolicy disable(UUID id) {
        switchTo(List.of(id), false, "");
        return get(id);
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public List<StoredPolicy> switchAll(Collection<UUID> ids, boolean enabled, String reason) {
        return switchTo(ids, enabled, reason);
    }

    private List<StoredPolicy> switchTo(Collection<UUID> ids, boolean enabled, String reason) {
        locks.holdPolicySet();
        Actor actor = actors.current();
        List<StoredPolicy> switched = ids.stream()
                .distinct()
                .map(this::get)
                .filter(before -> before.policy().enabled() != enabled)
                .map(before -> new StoredPolicy(
                        before.policy().switched(enabled),
                        before.builtIn(),
                        before.version() + 1,
                        clock.instant(),
                        actor.name(),
                        before.origin(),
                        false))
                .toList();
        if (switched.isEmpty()) {
            return switched;
        }
        table.write(switched, reason);
        table.nextRevision();
        String word = enabled ? "enabled" : "disabled";
        String which = switched.size() == 1
                ? "policy \"" + switched.getFirst().policy().name() + "\" was "
                : switched.size() + " policies were ";
        due.markAll(which + word + " by " + actor.name());
        for (StoredPolicy after : switched) {
            Map<String, Object> now = new TreeMap<>(Map.of("enabled", enabled));
            if (!reason.isBlank()) {
                now.put("reason", reason.strip());
            }
            audit.record(
                    word,
                    "policy",
                    after.policy().id().toString(),
                    after.policy().name(),
                    Map.of("enabled", !enabled),
                    now);
        }
        return switched;
    }

    @Override
    public CompiledPolicySet held() {
        locks.sharePolicySet();
        return current();
    }

    @Override
    public CompiledPolicySet current() {
        long revision = table.revision();
        CompiledPolicySet last = compiled.get();
        if (last != null && last.revision() == revision) {
            return last;
        }
        CompiledPolicySet set = compile(revision, table.all(), exclusions.holding(clock.instant()));
        compiled.set(set);
        return set;
    }

    @Override
    public CompiledPolicySet drafted(Collection<Policy> drafts) {
        List<Policy> policies = with(List.copyOf(drafts), exclusions.holding(clock.instant()));
        return new CompiledPolicySet(table.revision(), CompiledPolicies.compile(policies), byId(policies));
    }

    private static CompiledPolicySet compile(
            long revision, List<StoredPolicy> stored, Map<UUID, List<Policy.Exclusion>> beside) {
        List<Policy> policies = with(stored.stream().map(StoredPolicy::policy).toList(), beside);
        return new CompiledPolicySet(
                revision,
                CompiledPolicies.compileStored(
                        policies, rejected -> LOG.error("stored policy cannot be judged any more", rejected)),
                byId(policies));
    }

    private static List<Policy> with(List<Policy> policies, Map<UUID, List<Policy.Exclusion>> beside) {
        return policies.stream()
                .map(policy -> policy.excluding(beside.getOrDefault(policy.id(), List.of())))
                .toList();
    }

    private static Map<UUID, Policy> byId(List<Policy> policies) {
        return policies.stream().collect(Collectors.toMap(Policy::id, Function.identity()));
    }
}
