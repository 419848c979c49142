package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Activity.Flow;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfFlow;

/** Whether a connection is out of the ordinary. */
final class UnexpectedFlow extends FlagCriterion<OfFlow> {

    UnexpectedFlow() {
        super(
                "Unexpected Network Flow Detected",
                Level.FLOW,
                "Whether a connection does not belong to the usual traffic of the workload.");
    }

    @Override
    Observed<Boolean> read(OfFlow of) {
        return of.flow().expected().map(expected -> !expected);
    }

    @Override
    public Sighting see(OfFlow of, Policy.Group group) {
        boolean unusual = holds(of);
        Flow flow = of.flow();
        return new Sighting(
                "The workload " + (flow.incoming() ? "was connected to by " : "connected to ") + flow.peer() + ", port "
                        + flow.port() + "/" + flow.protocol()
                        + (unusual ? ", which is not usual for it." : ", as usual."),
                "flow",
                flow.peer(),
                "flows");
    }
}
