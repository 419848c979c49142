package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;
import java.util.List;

/** Capabilities that a container ought to give up and does not; an empty list gives up none. */
final class DropCapabilities extends Criterion<OfContainer> {

    DropCapabilities() {
        super(CriterionCard.of(
                        "Drop Capabilities",
                        Level.CONTAINER,
                        Capabilities.GRAMMAR,
                        "A capability that the container ought to drop: fires where it does not; dropping ALL drops each.")
                .firesOnAbsence());
    }

    @Override
    public Condition<OfContainer> condition(String value) {
        String wanted = Capabilities.parse(value);
        return (in, asOf) ->
                Answer.of(Capabilities.has(in.container().security().capabilitiesDrop(), wanted));
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        List<String> dropped = in.container().security().capabilitiesDrop();
        return new Sighting(
                "Container " + in.containerName() + " does not drop " + String.join(" and ", group.values())
                        + "; it drops " + Capabilities.shown(dropped) + ".",
                "capabilities.drop",
                Capabilities.shown(dropped),
                in.path("securityContext.capabilities.drop"));
    }
}
