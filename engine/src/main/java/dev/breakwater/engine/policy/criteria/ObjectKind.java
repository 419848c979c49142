package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfObject;

/** The kind of an object. */
final class ObjectKind extends TextCriterion<OfObject> {

    ObjectKind() {
        super("Object Kind", Level.OBJECT, "The kind of an object other than a workload.", "Role|ClusterRole");
    }

    @Override
    Observed<String> read(OfObject of) {
        return Observed.known(of.resource().kind());
    }

    @Override
    public Sighting see(OfObject of, Policy.Group group) {
        return new Sighting(of.words() + " is a " + found(of) + ".", "kind", found(of), "kind");
    }
}
