package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfRequest;

/** The object of a request. */
final class RequestObjectName extends TextCriterion<OfRequest> {

    RequestObjectName() {
        super(
                "Kubernetes Resource Name",
                Level.REQUEST,
                "The name of the object that a request to the cluster's API is about.",
                "kubeadmin");
    }

    @Override
    Observed<String> read(OfRequest of) {
        return Observed.known(of.request().name());
    }

    @Override
    public Sighting see(OfRequest of, Policy.Group group) {
        return Activities.request(of, "name", found(of));
    }
}
