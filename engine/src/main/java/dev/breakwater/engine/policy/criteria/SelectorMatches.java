package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.LabelSelector;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;

/** Whether a workload selects its own pods. */
final class SelectorMatches extends FlagCriterion<OfWorkload> {

    SelectorMatches() {
        super(
                "Selector Matches Pods",
                Level.WORKLOAD,
                "Whether the selector of the workload matches the labels of its own pods; kinds without a selector never match.");
    }

    @Override
    Observed<Boolean> read(OfWorkload of) {
        LabelSelector selector = of.workload().spec().selector();
        return Observed.known(
                selector != null && selector.matches(of.workload().spec().podLabels()));
    }

    @Override
    public boolean appliesTo(OfWorkload of) {
        return of.workload().spec().selector() != null;
    }

    @Override
    public Sighting see(OfWorkload of, Policy.Group group) {
        return new Sighting(
                holds(of)
                        ? "The selector of the workload matches its pods."
                        : "The selector of the workload does not match the labels of its own pods.",
                "selector",
                String.valueOf(holds(of)),
                "spec.selector");
    }
}
