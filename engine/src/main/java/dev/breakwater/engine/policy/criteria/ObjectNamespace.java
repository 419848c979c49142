package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfObject;

/** The namespace of an object. */
final class ObjectNamespace extends TextCriterion<OfObject> {

    ObjectNamespace() {
        super(
                "Object Namespace",
                Level.OBJECT,
                "The namespace of an object other than a workload, empty for those of the whole cluster.",
                "default");
    }

    @Override
    Observed<String> read(OfObject of) {
        return Observed.known(of.resource().meta().namespace());
    }

    @Override
    public Sighting see(OfObject of, Policy.Group group) {
        return new Sighting(
                of.words() + " is in namespace " + found(of) + ".",
                "metadata.namespace",
                found(of),
                "metadata.namespace");
    }
}
