package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfRequest;
import java.util.List;
import java.util.Locale;

/** The verb of a request. */
final class RequestVerb extends ChoiceCriterion<OfRequest> {

    RequestVerb() {
        super(
                "Kubernetes API Verb",
                Level.REQUEST,
                List.of("CREATE", "DELETE", "GET", "LIST", "PATCH", "UPDATE", "WATCH"),
                "The verb of a request to the cluster's API.");
    }

    @Override
    Observed<String> read(OfRequest of) {
        return Observed.known(of.request().verb().toUpperCase(Locale.ROOT));
    }

    @Override
    public Sighting see(OfRequest of, Policy.Group group) {
        return Activities.request(of, "verb", found(of));
    }
}
