package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;

/** Whether the pods of a workload use the process namespace of the node. */
final class HostPid extends FlagCriterion<OfWorkload> {

    HostPid() {
        super("Host PID", Level.WORKLOAD, "Whether the workload's pods use the process namespace of the node.");
    }

    @Override
    Observed<Boolean> read(OfWorkload of) {
        return Observed.known(of.workload().spec().template().hostPid());
    }

    @Override
    public Sighting see(OfWorkload of, Policy.Group group) {
        boolean is = holds(of);
        return new Sighting(
                "The workload " + (is ? "uses " : "does not use ") + "the process namespace of the node.",
                "hostPID",
                String.valueOf(is),
                of.podPath("hostPID"));
    }
}
