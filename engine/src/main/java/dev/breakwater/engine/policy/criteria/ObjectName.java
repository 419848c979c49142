package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfObject;

/** The name of an object. */
final class ObjectName extends TextCriterion<OfObject> {

    ObjectName() {
        super("Object Name", Level.OBJECT, "The name of an object other than a workload.", "system:.*");
    }

    @Override
    Observed<String> read(OfObject of) {
        return Observed.known(of.resource().meta().name());
    }

    @Override
    public Sighting see(OfObject of, Policy.Group group) {
        return new Sighting(of.words() + " bears that name.", "metadata.name", found(of), "metadata.name");
    }
}
