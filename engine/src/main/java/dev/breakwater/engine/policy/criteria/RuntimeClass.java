package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;

/** The runtime class of a workload. */
final class RuntimeClass extends TextCriterion<OfWorkload> {

    RuntimeClass() {
        super("Runtime Class", Level.WORKLOAD, "The runtime class, empty where none is set.", "gvisor");
    }

    @Override
    Observed<String> read(OfWorkload of) {
        return Observed.known(of.workload().spec().template().runtimeClass());
    }

    @Override
    public Sighting see(OfWorkload of, Policy.Group group) {
        return new Sighting(
                found(of).isEmpty()
                        ? "The workload sets no runtime class."
                        : "The workload runs with runtime class " + found(of) + ".",
                "runtimeClassName",
                found(of),
                of.podPath("runtimeClassName"));
    }
}
