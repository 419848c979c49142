package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;
import java.util.List;

/** Capabilities that a container asks for beyond the usual; {@code ALL} is every one of them. */
final class AddCapabilities extends Criterion<OfContainer> {

    AddCapabilities() {
        super(CriterionCard.of(
                "Add Capabilities",
                Level.CONTAINER,
                Capabilities.GRAMMAR,
                "A capability that the container adds; one that adds ALL adds each."));
    }

    @Override
    public Condition<OfContainer> condition(String value) {
        String wanted = Capabilities.parse(value);
        return (in, asOf) ->
                Answer.of(Capabilities.has(in.container().security().capabilitiesAdd(), wanted));
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        List<String> added = in.container().security().capabilitiesAdd();
        return new Sighting(
                "Container " + in.containerName() + " adds capabilities: " + Capabilities.shown(added) + ".",
                "capabilities.add",
                Capabilities.shown(added),
                in.path("securityContext.capabilities.add"));
    }
}
