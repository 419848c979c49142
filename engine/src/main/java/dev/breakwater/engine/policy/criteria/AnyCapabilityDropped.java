package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** Whether any capability is dropped. */
final class AnyCapabilityDropped extends FlagCriterion<OfContainer> {

    AnyCapabilityDropped() {
        super("Any Capability Dropped", Level.CONTAINER, "Whether a container drops any capability at all.");
    }

    @Override
    Observed<Boolean> read(OfContainer of) {
        return Observed.known(!of.container().security().capabilitiesDrop().isEmpty());
    }

    @Override
    public Sighting see(OfContainer of, Policy.Group group) {
        return new Sighting(
                "Container " + of.containerName() + (holds(of) ? " drops capabilities." : " drops no capability."),
                "capabilities.drop",
                Capabilities.shown(of.container().security().capabilitiesDrop()),
                of.path("securityContext.capabilities.drop"));
    }
}
