package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfRequest;

/** Whether a caller acted as another. */
final class ImpersonatedUser extends FlagCriterion<OfRequest> {

    ImpersonatedUser() {
        super(
                "Is Impersonated User",
                Level.REQUEST,
                "Whether a request to the cluster's API was made in the name of another user.");
    }

    @Override
    Observed<Boolean> read(OfRequest of) {
        return Observed.known(of.request().impersonated() != null);
    }

    @Override
    public Sighting see(OfRequest of, Policy.Group group) {
        return Activities.request(
                of, "impersonated", String.valueOf(of.request().impersonated()));
    }
}
