package dev.breakwater.central.policy.internal;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.policy.ApplyPlan;
import dev.breakwater.central.policy.ApplyPlan.Action;
import dev.breakwater.central.policy.ApplyPlan.Step;
import dev.breakwater.central.policy.PoliciesAsCode.Wish;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares policies that are written elsewhere with those that are kept. */
final class ApplyPlanner {

    private final Wish wish;
    private final Map<UUID, StoredPolicy> kept;
    /** Whose the names are that stay as they are. */
    private final Map<String, UUID> names = new HashMap<>();

    ApplyPlanner(Wish wish, List<StoredPolicy> kept) {
        this.wish = wish;
        this.kept =
                kept.stream().collect(Collectors.toMap(stored -> stored.policy().id(), Function.identity()));
    }

    ApplyPlan plan(Collection<Policy> wanted) {
        unique(wanted);
        Set<UUID> given = wanted.stream().map(Policy::id).collect(Collectors.toSet());
        List<StoredPolicy> pruned = kept.values().stream()
                .filter(stored ->
                        wish.prune() && stored.asCode() && stored.origin().equals(wish.origin()))
                .filter(stored -> !given.contains(stored.policy().id()))
                .toList();
        kept.values().stream()
                .filter(stored -> !given.contains(stored.policy().id()) && !pruned.contains(stored))
                .forEach(stored ->
                        names.put(stored.policy().name(), stored.policy().id()));
        List<Step> steps = new ArrayList<>();
        wanted.forEach(policy -> steps.add(step(policy, kept.get(policy.id()))));
        pruned.forEach(stored -> steps.add(new Step(Action.DELETE, stored.policy(), "")));
        return new ApplyPlan(wish.origin(), steps);
    }

    private static void unique(Collection<Policy> wanted) {
        if (wanted.isEmpty()) {
            throw new InvalidRequest("body", "no policy", "one policy at least");
        }
        Set<UUID> ids = new HashSet<>();
        Set<String> namesOfWanted = new HashSet<>();
        for (Policy policy : wanted) {
            if (!ids.add(policy.id())) {
                throw new InvalidRequest("/id", policy.id().toString(), "each id once");
            }
            if (!namesOfWanted.add(policy.name())) {
                throw new InvalidRequest("/name", policy.name(), "each name once");
            }
        }
    }

    private Step step(Policy wanted, @Nullable StoredPolicy here) {
        UUID other = names.get(wanted.name());
        if (other != null) {
            return new Step(Action.REFUSED, wanted, "the name is taken by the policy " + other);
        }
        if (here == null) {
            return new Step(Action.CREATE, wanted, "");
        }
        if (here.builtIn()) {
            return builtIn(wanted, here);
        }
        boolean mine = here.origin().equals(wish.origin());
        if (!mine && !wish.adopt()) {
            return new Step(
                    Action.REFUSED,
                    wanted,
                    (here.asCode() ? "it is applied from " + here.origin() : "it is written in the console")
                            + "; adopt it to take it over");
        }
        if (!mine) {
            return new Step(Action.CHANGE, wanted, "taken over from " + here.origin());
        }
        boolean same = here.policy().equals(wanted);
        return new Step(
                same ? Action.UNCHANGED : Action.CHANGE,
                wanted,
                same || !here.differs() ? "" : "it was changed here since it was applied");
    }

    private static Step builtIn(Policy wanted, StoredPolicy here) {
        try {
            BuiltInText.check(here.policy(), wanted);
        } catch (InvalidRequest e) {
            return new Step(Action.REFUSED, wanted, String.valueOf(e.getMessage()));
        }
        return new Step(here.policy().equals(wanted) ? Action.UNCHANGED : Action.CHANGE, wanted, "it is built in");
    }
}
