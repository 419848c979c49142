package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;

/** The wanted number of replicas, where the kind has one. */
final class Replicas extends NumberCriterion<OfWorkload> {

    Replicas() {
        super(
                "Replicas",
                Level.WORKLOAD,
                "The number of replicas wanted; kinds without one (DaemonSet, Job) never match.",
                "< 2");
    }

    @Override
    public boolean appliesTo(OfWorkload of) {
        return of.workload().spec().replicas() != null;
    }

    @Override
    Observed<Double> read(OfWorkload of) {
        Integer replicas = of.workload().spec().replicas();
        return Observed.known(replicas == null ? 0.0 : replicas.doubleValue());
    }

    @Override
    public Sighting see(OfWorkload of, Policy.Group group) {
        return new Sighting("The workload wants " + found(of) + " replicas.", "replicas", found(of), "spec.replicas");
    }
}
