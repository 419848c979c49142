package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfProcess;

/** The path of a process. */
final class ProcessPath extends TextCriterion<OfProcess> {

    ProcessPath() {
        super("Process Path", Level.PROCESS, "The whole path of a program that ran in a container.", "/tmp/.*");
    }

    @Override
    Observed<String> read(OfProcess of) {
        return Observed.known(of.process().path());
    }

    @Override
    public Sighting see(OfProcess of, Policy.Group group) {
        return Activities.process(of, "path", found(of));
    }
}
