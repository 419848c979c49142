package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;

/** The service account of a workload. */
final class ServiceAccountName extends TextCriterion<OfWorkload> {

    ServiceAccountName() {
        super(
                "Service Account",
                Level.WORKLOAD,
                "The name of the service account; default where none is named.",
                "default");
    }

    @Override
    Observed<String> read(OfWorkload of) {
        return Observed.known(of.workload().spec().template().serviceAccount());
    }

    @Override
    public Sighting see(OfWorkload of, Policy.Group group) {
        return new Sighting(
                "The workload runs as service account " + found(of) + ".",
                "serviceAccountName",
                found(of),
                of.podPath("serviceAccountName"));
    }
}
