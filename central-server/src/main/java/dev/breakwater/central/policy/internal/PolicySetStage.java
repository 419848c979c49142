package dev.breakwater.central.policy.internal;

import dev.breakwater.central.fleet.BatchStage;
import dev.breakwater.central.fleet.ReceivedBatch;
import dev.breakwater.central.policy.CompiledPolicySet;
import dev.breakwater.central.policy.Policies;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Holds the policy set for a batch, before any other stage locks anything. */
@Component
@Order(BatchStage.STORE - 50)
class PolicySetStage implements BatchStage {

    private final Policies policies;

    PolicySetStage(Policies policies) {
        this.policies = policies;
    }

    @Override
    public String name() {
        return "policy-set";
    }

    @Override
    public void apply(ReceivedBatch batch) {
        batch.leave(CompiledPolicySet.class, policies.held());
    }
}
