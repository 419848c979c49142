package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;

/** Whether the service account exists. */
final class ServiceAccountExists extends FlagCriterion<OfWorkload> {

    ServiceAccountExists() {
        super(
                "Service Account Exists",
                Level.WORKLOAD,
                "Whether there is the service account that the workload names.");
    }

    @Override
    Observed<Boolean> read(OfWorkload of) {
        return of.workload().accountExists();
    }

    @Override
    public Sighting see(OfWorkload of, Policy.Group group) {
        String account = of.workload().spec().template().serviceAccount();
        return new Sighting(
                "Service account " + account + (holds(of) ? " exists." : " does not exist in the namespace."),
                "serviceAccountName",
                account,
                of.podPath("serviceAccountName"));
    }
}
