package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;

/** Whether pods get a token for the cluster's API. */
final class AutomountServiceAccountToken extends FlagCriterion<OfWorkload> {

    AutomountServiceAccountToken() {
        super(
                "Automount Service Account Token",
                Level.WORKLOAD,
                "Whether the pods get the token of their service account: the pod says, else the account, else yes.");
    }

    @Override
    Observed<Boolean> read(OfWorkload of) {
        return of.workload().tokenMounted();
    }

    @Override
    public Sighting see(OfWorkload of, Policy.Group group) {
        return new Sighting(
                "The workload " + (holds(of) ? "mounts" : "does not mount") + " the token of service account "
                        + of.workload().spec().template().serviceAccount() + ".",
                "automountServiceAccountToken",
                String.valueOf(holds(of)),
                of.podPath("automountServiceAccountToken"));
    }
}
