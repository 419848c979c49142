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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The policies in the database, and the compiled set of the last revision that was asked for. */
@Service
class StoredPolicies implements Policies {

    private final PolicyTable table;
    private final TransactionLocks locks;
    private final JudgementDue due;
    private final Audit audit;
    private final ActorSource actors;
    private final Clock clock;
    private final AtomicReference<@Nullable CompiledPolicySet> compiled = new AtomicReference<>();

    StoredPolicies(
            PolicyTable table, TransactionLocks locks, JudgementDue due, Audit audit, ActorSource actors, Clock clock) {
        this.table = table;
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
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public StoredPolicy enable(UUID id) {
        return switchTo(id, true);
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public StoredPolicy disable(UUID id) {
        return switchTo(id, false);
    }

    private StoredPolicy switchTo(UUID id, boolean enabled) {
        locks.holdPolicySet();
        StoredPolicy before = get(id);
        if (before.policy().enabled() == enabled) {
            return before;
        }
        Actor actor = actors.current();
        StoredPolicy after = new StoredPolicy(
                PolicyTable.enabled(before.policy(), enabled),
                before.builtIn(),
                before.version() + 1,
                clock.instant(),
                actor.name());
        table.write(List.of(after));
        table.nextRevision();
        String word = enabled ? "enabled" : "disabled";
        due.markAll("policy \"" + after.policy().name() + "\" was " + word + " by " + actor.name());
        audit.record(
                word,
                "policy",
                id.toString(),
                after.policy().name(),
                Map.of("enabled", !enabled),
                Map.of("enabled", enabled));
        return after;
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
        CompiledPolicySet set = compile(revision, table.all());
        compiled.set(set);
        return set;
    }

    private static CompiledPolicySet compile(long revision, List<StoredPolicy> stored) {
        List<Policy> policies = stored.stream().map(StoredPolicy::policy).toList();
        return new CompiledPolicySet(
                revision,
                CompiledPolicies.compile(policies),
                policies.stream().collect(Collectors.toMap(Policy::id, Function.identity())));
    }
}
