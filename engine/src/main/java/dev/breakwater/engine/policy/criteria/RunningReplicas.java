package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;

/** How many pods run. */
final class RunningReplicas extends NumberCriterion<OfWorkload> {

    RunningReplicas() {
        super(
                "Running Replicas",
                Level.WORKLOAD,
                "The number of pods of the workload that run; unknown where pods cannot be seen.",
                "= 0");
    }

    @Override
    Observed<Double> read(OfWorkload of) {
        return of.workload().runningReplicas().map(Integer::doubleValue);
    }

    @Override
    public Sighting see(OfWorkload of, Policy.Group group) {
        return new Sighting("The workload has " + found(of) + " running pods.", "pods", found(of), "Pod");
    }
}
