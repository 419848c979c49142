package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfProcess;

/** Whether a process is out of the ordinary. */
final class UnexpectedProcess extends FlagCriterion<OfProcess> {

    UnexpectedProcess() {
        super(
                "Unexpected Process Executed",
                Level.PROCESS,
                "Whether a process does not belong to what the container usually runs.");
    }

    @Override
    Observed<Boolean> read(OfProcess of) {
        return of.process().expected().map(expected -> !expected);
    }

    @Override
    public Sighting see(OfProcess of, Policy.Group group) {
        return Activities.process(of, "expected", String.valueOf(!holds(of)));
    }
}
