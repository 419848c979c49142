package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;

/** The namespace of a workload. */
final class NamespaceName extends TextCriterion<OfWorkload> {

    NamespaceName() {
        super("Namespace", Level.WORKLOAD, "The name of the workload's namespace.", "kube-.*");
    }

    @Override
    Observed<String> read(OfWorkload of) {
        return Observed.known(of.workload().namespace());
    }

    @Override
    public Sighting see(OfWorkload of, Policy.Group group) {
        return new Sighting(
                "The workload is in namespace " + found(of) + ".", "namespace", found(of), "metadata.namespace");
    }
}
