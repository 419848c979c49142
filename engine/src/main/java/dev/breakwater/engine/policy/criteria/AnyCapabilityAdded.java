package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** Whether any capability is added. */
final class AnyCapabilityAdded extends FlagCriterion<OfContainer> {

    AnyCapabilityAdded() {
        super("Any Capability Added", Level.CONTAINER, "Whether a container adds any capability at all.");
    }

    @Override
    Observed<Boolean> read(OfContainer of) {
        return Observed.known(!of.container().security().capabilitiesAdd().isEmpty());
    }

    @Override
    public Sighting see(OfContainer of, Policy.Group group) {
        return new Sighting(
                "Container " + of.containerName() + (holds(of) ? " adds capabilities." : " adds no capability."),
                "capabilities.add",
                Capabilities.shown(of.container().security().capabilitiesAdd()),
                of.path("securityContext.capabilities.add"));
    }
}
