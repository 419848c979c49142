package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;

/** Whether the pods of a workload use one process namespace among its containers. */
final class ShareProcessNamespace extends FlagCriterion<OfWorkload> {

    ShareProcessNamespace() {
        super(
                "Share Process Namespace",
                Level.WORKLOAD,
                "Whether the workload's pods use one process namespace among its containers.");
    }

    @Override
    Observed<Boolean> read(OfWorkload of) {
        return Observed.known(of.workload().spec().template().shareProcessNamespace());
    }

    @Override
    public Sighting see(OfWorkload of, Policy.Group group) {
        boolean is = holds(of);
        return new Sighting(
                "The workload " + (is ? "uses " : "does not use ") + "one process namespace among its containers.",
                "shareProcessNamespace",
                String.valueOf(is),
                of.podPath("shareProcessNamespace"));
    }
}
