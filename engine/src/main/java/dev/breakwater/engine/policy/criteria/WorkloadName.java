package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;

/** The name of a workload. */
final class WorkloadName extends TextCriterion<OfWorkload> {

    WorkloadName() {
        super("Workload Name", Level.WORKLOAD, "The name of the workload.", ".*-debug");
    }

    @Override
    Observed<String> read(OfWorkload of) {
        return Observed.known(of.workload().name());
    }

    @Override
    public Sighting see(OfWorkload of, Policy.Group group) {
        return new Sighting("The workload is named " + found(of) + ".", "name", found(of), "metadata.name");
    }
}
