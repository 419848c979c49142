package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfProcess;

/** The name of a process. */
final class ProcessName extends TextCriterion<OfProcess> {

    ProcessName() {
        super("Process Name", Level.PROCESS, "The base name of a program that ran in a container.", "nc|ncat|socat");
    }

    @Override
    Observed<String> read(OfProcess of) {
        return Observed.known(of.process().name());
    }

    @Override
    public Sighting see(OfProcess of, Policy.Group group) {
        return Activities.process(of, "name", found(of));
    }
}
