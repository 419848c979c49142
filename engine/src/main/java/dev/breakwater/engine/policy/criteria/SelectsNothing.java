package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfObject;
import java.util.List;

/** Whether a selector selects nothing. */
final class SelectsNothing extends FlagCriterion<OfObject> {

    SelectsNothing() {
        super("Selects Nothing", Level.OBJECT, "Whether a service or a network policy selects no workload.");
    }

    @Override
    Observed<Boolean> read(OfObject of) {
        return switch (of.resource().content()) {
            case Resource.OfService service -> service.selected().map(List::isEmpty);
            case Resource.OfNetworkPolicy policy -> policy.selected().map(List::isEmpty);
            default -> Observed.unknown(UnknownReason.NOT_COLLECTED, "");
        };
    }

    @Override
    public boolean appliesTo(OfObject of) {
        return of.resource().content() instanceof Resource.OfService
                || of.resource().content() instanceof Resource.OfNetworkPolicy;
    }

    @Override
    public Sighting see(OfObject of, Policy.Group group) {
        return new Sighting(
                of.words() + (holds(of) ? " selects no workload." : " selects workloads."),
                "selector",
                String.valueOf(holds(of)),
                "spec");
    }
}
