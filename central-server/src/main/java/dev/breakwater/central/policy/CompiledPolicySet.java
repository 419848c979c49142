package dev.breakwater.central.policy;

import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Policy;
import java.util.Map;
import java.util.UUID;

/**
 * The enabled policies of one revision, ready to judge.
 *
 * @param byId every policy of the revision, disabled ones too
 */
public record CompiledPolicySet(long revision, CompiledPolicies compiled, Map<UUID, Policy> byId) {

    public CompiledPolicySet {
        byId = Map.copyOf(byId);
    }
}
