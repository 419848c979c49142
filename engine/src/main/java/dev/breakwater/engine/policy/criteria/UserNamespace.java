package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;

/** Whether pods run in a user namespace of their own. */
final class UserNamespace extends FlagCriterion<OfWorkload> {

    UserNamespace() {
        super(
                "User Namespace",
                Level.WORKLOAD,
                "Whether the pods run in a user namespace of their own, where root inside is nobody outside.");
    }

    @Override
    Observed<Boolean> read(OfWorkload of) {
        return Observed.known(
                Boolean.FALSE.equals(of.workload().spec().template().hostUsers()));
    }

    @Override
    public Sighting see(OfWorkload of, Policy.Group group) {
        return new Sighting(
                "The workload "
                        + (holds(of) ? "runs in a user namespace of its own." : "shares the user ids of the node."),
                "hostUsers",
                String.valueOf(!holds(of)),
                of.podPath("hostUsers"));
    }
}
