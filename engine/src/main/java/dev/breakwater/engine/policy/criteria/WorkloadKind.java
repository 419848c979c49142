package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;

/** The kind of a workload. */
final class WorkloadKind extends TextCriterion<OfWorkload> {

    WorkloadKind() {
        super(
                "Workload Kind",
                Level.WORKLOAD,
                "The kind of the workload as Kubernetes spells it, such as DaemonSet.",
                "Pod|ReplicaSet");
    }

    @Override
    Observed<String> read(OfWorkload of) {
        return Observed.known(of.workload().spec().kindName());
    }

    @Override
    public Sighting see(OfWorkload of, Policy.Group group) {
        return new Sighting("The workload is a " + found(of) + ".", "kind", found(of), "kind");
    }
}
