package dev.breakwater.central.policy.internal;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.inventory.JudgementDue;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.TransactionLocks;
import dev.breakwater.central.policy.ExclusionRow;
import dev.breakwater.central.policy.Exclusions;
import dev.breakwater.central.policy.NewExclusion;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Exclusions as an edit of the policy set: nobody judges while one is made or removed. */
@Service
class StoredExclusions implements Exclusions {

    /** The engine takes 500 for a policy, its own text included. */
    private static final int MOST_OF_A_POLICY = 400;

    private final Lists lists;
    private final ListDefinition<ExclusionRow> definition;
    private final ExclusionTable table;
    private final PolicyTable policies;
    private final ExclusionCheck checks;
    private final TransactionLocks locks;
    private final JudgementDue due;
    private final Audit audit;
    private final ActorSource actors;
    private final Clock clock;

    StoredExclusions(
            Lists lists,
            ListDefinition<ExclusionRow> definition,
            ExclusionTable table,
            PolicyTable policies,
            ExclusionCheck checks,
            TransactionLocks locks,
            JudgementDue due,
            Audit audit,
            ActorSource actors,
            Clock clock) {
        this.lists = lists;
        this.definition = definition;
        this.table = table;
        this.policies = policies;
        this.checks = checks;
        this.locks = locks;
        this.due = due;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public Page<ExclusionRow> list(ListRequest request, AccessScope scope) {
        return lists.page(definition, request, scope);
    }

    @Override
    public int count(String q, AccessScope scope) {
        return lists.count(definition, q, scope);
    }

    @Override
    public ExclusionRow get(UUID id, AccessScope scope) {
        return lists.byId(definition, id, scope).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("exclusion", id.toString()));
    }

    @Override
    public void check(NewExclusion wanted, AccessScope scope) {
        policies.find(wanted.policyId())
                .orElseThrow(() -> new NotFound("policy", wanted.policyId().toString()));
        checks.check(wanted, scope, clock.instant());
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public ExclusionRow create(NewExclusion wanted, AccessScope scope) {
        locks.holdPolicySet();
        check(wanted, scope);
        Instant now = clock.instant();
        if (table.countHolding(wanted.policyId(), now) >= MOST_OF_A_POLICY) {
            throw new Conflict("the policy has " + MOST_OF_A_POLICY
                    + " exclusions already; remove some, or narrow the policy's scope instead");
        }
        String actor = actors.current().name();
        UUID id = Ids.newId(now);
        table.insert(id, wanted, actor, now);
        ExclusionRow made = get(id, scope);
        changed(made, "policy \"" + made.policy() + "\" was excluded here by " + actor);
        audit.record("created", "exclusion", id.toString(), made.policy(), null, made);
        return made;
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public ExclusionRow remove(UUID id, AccessScope scope) {
        locks.holdPolicySet();
        ExclusionRow before = get(id, scope);
        if (before.removedAt() != null) {
            return before;
        }
        String actor = actors.current().name();
        table.remove(id, actor, clock.instant());
        ExclusionRow after = get(id, scope);
        changed(after, "the exclusion of policy \"" + after.policy() + "\" was removed by " + actor);
        audit.record("removed", "exclusion", id.toString(), after.policy(), before, null);
        return after;
    }

    private void changed(ExclusionRow exclusion, String cause) {
        policies.nextRevision();
        due.markPlace(
                ExclusionCheck.exact(exclusion.scope().cluster()),
                ExclusionCheck.exact(exclusion.scope().namespace()),
                ExclusionCheck.exact(exclusion.scope().workload()),
                cause);
    }
}
