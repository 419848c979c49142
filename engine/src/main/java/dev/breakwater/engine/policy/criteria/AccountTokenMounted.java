package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfObject;

/** Whether pods of a service account get its token unless they say otherwise. */
final class AccountTokenMounted extends FlagCriterion<OfObject> {

    AccountTokenMounted() {
        super(
                "Account Token Mounted",
                Level.OBJECT,
                "Whether pods of a service account get its token unless they say otherwise.");
    }

    @Override
    Observed<Boolean> read(OfObject of) {
        return of.resource().content() instanceof Resource.OfServiceAccount found
                ? Observed.known(!Boolean.FALSE.equals(found.account().automountToken()))
                : Observed.unknown(UnknownReason.NOT_COLLECTED, "");
    }

    @Override
    public boolean appliesTo(OfObject of) {
        return of.resource().content() instanceof Resource.OfServiceAccount;
    }

    @Override
    public Sighting see(OfObject of, Policy.Group group) {
        return new Sighting(
                of.words()
                        + (holds(of) ? " gives its token to every pod that does not refuse it." : " keeps its token."),
                "automountServiceAccountToken",
                String.valueOf(holds(of)),
                "automountServiceAccountToken");
    }
}
