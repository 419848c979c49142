package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfObject;
import java.util.List;
import java.util.Locale;

/** The kind of the role of a binding. */
final class BoundRoleKind extends ChoiceCriterion<OfObject> {

    BoundRoleKind() {
        super(
                "Bound Role Kind",
                Level.OBJECT,
                List.of("ROLE", "CLUSTERROLE"),
                "The kind of the role that a binding grants.");
    }

    @Override
    Observed<String> read(OfObject of) {
        return of.resource().content() instanceof Resource.OfBinding found
                ? Observed.known(found.roleKind().toUpperCase(Locale.ROOT))
                : Observed.unknown(UnknownReason.NOT_COLLECTED, "");
    }

    @Override
    public boolean appliesTo(OfObject of) {
        return of.resource().content() instanceof Resource.OfBinding;
    }

    @Override
    public Sighting see(OfObject of, Policy.Group group) {
        return new Sighting(of.words() + " grants a " + found(of) + ".", "roleRef", found(of), "roleRef.kind");
    }
}
