package dev.breakwater.central.policy.internal;

import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.TransactionLocks;
import dev.breakwater.central.policy.ApplyPlan;
import dev.breakwater.central.policy.ApplyPlan.Action;
import dev.breakwater.central.policy.ApplyPlan.Step;
import dev.breakwater.central.policy.PoliciesAsCode;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.central.policy.internal.PolicyChanges.Save;
import dev.breakwater.engine.policy.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Applies policies that are written elsewhere, as one edit of the set. */
@Service
class AppliedPolicies implements PoliciesAsCode {

    private static final int SHOWN = 5;

    private final PolicyTable table;
    private final PolicyCheck check;
    private final PolicyChanges changes;
    private final TransactionLocks locks;

    AppliedPolicies(PolicyTable table, PolicyCheck check, PolicyChanges changes, TransactionLocks locks) {
        this.table = table;
        this.check = check;
        this.changes = changes;
        this.locks = locks;
    }

    @Override
    public ApplyPlan plan(Collection<Policy> policies, Wish wish) {
        return planned(policies, checked(wish), table.all());
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public ApplyPlan apply(Collection<Policy> policies, Wish wish) {
        locks.holdPolicySet();
        Wish checked = checked(wish);
        List<StoredPolicy> kept = table.all();
        ApplyPlan plan = planned(policies, checked, kept);
        List<Step> refused = plan.of(Action.REFUSED);
        if (!refused.isEmpty()) {
            throw new Conflict("nothing was applied: "
                    + refused.stream()
                            .limit(SHOWN)
                            .map(step -> "\"" + step.wanted().name() + "\": " + step.why())
                            .collect(Collectors.joining("; "))
                    + (refused.size() > SHOWN ? "; and " + (refused.size() - SHOWN) + " more" : ""));
        }
        carryOut(plan, checked, kept);
        return plan;
    }

    private void carryOut(ApplyPlan plan, Wish wish, List<StoredPolicy> kept) {
        Map<UUID, StoredPolicy> byId =
                kept.stream().collect(Collectors.toMap(stored -> stored.policy().id(), Function.identity()));
        List<Save> saves = new ArrayList<>();
        List<StoredPolicy> deletions = new ArrayList<>();
        Map<UUID, Optional<Policy>> sources = new HashMap<>();
        for (Step step : plan.steps()) {
            StoredPolicy before = byId.get(step.id());
            if (step.action() == Action.DELETE && before != null) {
                deletions.add(before);
                continue;
            }
            boolean builtIn = before != null && before.builtIn();
            if (step.action() != Action.UNCHANGED) {
                saves.add(save(step, before, builtIn ? StoredPolicy.BUILT_IN : wish.origin()));
            }
            if (!builtIn) {
                sources.put(step.id(), Optional.of(step.wanted()));
            }
        }
        changes.carryOut(saves, deletions, wish.reason());
        table.writeSources(sources);
    }

    private static Save save(Step step, @Nullable StoredPolicy before, String origin) {
        return new Save(before, step.wanted(), origin, before == null ? "created" : "changed");
    }

    private ApplyPlan planned(Collection<Policy> policies, Wish wish, List<StoredPolicy> kept) {
        check.judged(policies);
        return new ApplyPlanner(wish, kept).plan(policies);
    }

    private static Wish checked(Wish wish) {
        return new Wish(
                PolicyCheck.origin(wish.origin()), wish.prune(), wish.adopt(), PolicyCheck.reason(wish.reason()));
    }
}
