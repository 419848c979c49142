package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;

/** Whether the pods of a workload use the network namespace of the node. */
final class HostNetwork extends FlagCriterion<OfWorkload> {

    HostNetwork() {
        super("Host Network", Level.WORKLOAD, "Whether the workload's pods use the network namespace of the node.");
    }

    @Override
    Observed<Boolean> read(OfWorkload of) {
        return Observed.known(of.workload().spec().template().hostNetwork());
    }

    @Override
    public Sighting see(OfWorkload of, Policy.Group group) {
        boolean is = holds(of);
        return new Sighting(
                "The workload " + (is ? "uses " : "does not use ") + "the network namespace of the node.",
                "hostNetwork",
                String.valueOf(is),
                of.podPath("hostNetwork"));
    }
}
