package dev.breakwater.central.checks.internal;

import dev.breakwater.central.policy.CompiledPolicySet;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.engine.check.ManifestCheck.Absence;
import dev.breakwater.engine.policy.BuiltInPolicies;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.manifests.check.ManifestJudge;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What manifests are judged by: the policies that people see and switch, and the built-in ones about objects other than
 * workloads, where the set does not hold them.
 */
@Component
class GatePolicies {

    private static final Logger LOG = LoggerFactory.getLogger(GatePolicies.class);

    private record Prepared(long revision, List<Policy> policies, CompiledPolicies compiled) {}

    private final Policies policies;
    private final AtomicReference<@Nullable Prepared> last = new AtomicReference<>();

    GatePolicies(Policies policies) {
        this.policies = policies;
    }

    /** A judge and the revision of the policies that it judges by. */
    record Ready(long revision, ManifestJudge judge) {}

    /** A judge by the policies as they are now. */
    Ready judge(Absence absence) {
        CompiledPolicySet set = policies.current();
        Prepared prepared = last.get();
        if (prepared == null || prepared.revision() != set.revision()) {
            prepared = prepare(set);
            last.set(prepared);
        }
        return new Ready(prepared.revision(), new ManifestJudge(prepared.compiled(), prepared.policies(), absence));
    }

    private static Prepared prepare(CompiledPolicySet set) {
        List<Policy> all = new ArrayList<>(set.byId().values());
        BuiltInPolicies.ofObjects().stream()
                .filter(policy -> !set.byId().containsKey(policy.id()))
                .forEach(all::add);
        return new Prepared(
                set.revision(),
                List.copyOf(all),
                CompiledPolicies.compileStored(
                        all, rejected -> LOG.warn("a policy cannot be judged any more: {}", rejected.problems())));
    }
}
