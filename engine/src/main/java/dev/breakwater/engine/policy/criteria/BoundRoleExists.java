package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfObject;

/** Whether the role of a binding exists. */
final class BoundRoleExists extends FlagCriterion<OfObject> {

    BoundRoleExists() {
        super(
                "Bound Role Exists",
                Level.OBJECT,
                "Whether there is the role that a binding grants; unknown where roles were not seen.");
    }

    @Override
    Observed<Boolean> read(OfObject of) {
        return of.resource().content() instanceof Resource.OfBinding found
                ? found.roleExists()
                : Observed.unknown(UnknownReason.NOT_COLLECTED, "");
    }

    @Override
    public boolean appliesTo(OfObject of) {
        return of.resource().content() instanceof Resource.OfBinding;
    }

    @Override
    public Sighting see(OfObject of, Policy.Group group) {
        return new Sighting(
                of.words() + (holds(of) ? " grants a role that exists." : " grants a role that does not exist."),
                "roleRef",
                String.valueOf(holds(of)),
                "roleRef");
    }
}
