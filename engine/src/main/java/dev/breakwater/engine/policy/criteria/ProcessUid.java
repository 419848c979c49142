package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfProcess;

/** The user id of a process. */
final class ProcessUid extends TextCriterion<OfProcess> {

    ProcessUid() {
        super("Process UID", Level.PROCESS, "The user id that a process ran as.", "0");
    }

    @Override
    Observed<String> read(OfProcess of) {
        return Observed.known(Long.toString(of.process().uid()));
    }

    @Override
    public Sighting see(OfProcess of, Policy.Group group) {
        return Activities.process(of, "uid", found(of));
    }
}
