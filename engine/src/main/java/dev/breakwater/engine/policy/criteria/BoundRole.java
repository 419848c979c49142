package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfObject;

/** The role of a binding. */
final class BoundRole extends TextCriterion<OfObject> {

    BoundRole() {
        super("Bound Role", Level.OBJECT, "The name of the role that a binding grants.", "cluster-admin");
    }

    @Override
    Observed<String> read(OfObject of) {
        return of.resource().content() instanceof Resource.OfBinding found
                ? Observed.known(found.roleName())
                : Observed.unknown(UnknownReason.NOT_COLLECTED, "");
    }

    @Override
    public boolean appliesTo(OfObject of) {
        return of.resource().content() instanceof Resource.OfBinding;
    }

    @Override
    public Sighting see(OfObject of, Policy.Group group) {
        return new Sighting(of.words() + " grants the role " + found(of) + ".", "roleRef", found(of), "roleRef.name");
    }
}
