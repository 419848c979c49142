package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfRequest;

/** The program behind a request. */
final class RequestAgent extends TextCriterion<OfRequest> {

    RequestAgent() {
        super(
                "User Agent",
                Level.REQUEST,
                "The program that says to have made a request to the cluster's API.",
                "kubectl.*");
    }

    @Override
    Observed<String> read(OfRequest of) {
        return Observed.known(of.request().userAgent());
    }

    @Override
    public Sighting see(OfRequest of, Policy.Group group) {
        return Activities.request(of, "userAgent", found(of));
    }
}
