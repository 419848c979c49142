package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;
import java.util.Map;

/** A label that a workload must not have. */
final class DisallowedLabel extends EntryCriterion<OfWorkload> {

    DisallowedLabel() {
        super("Disallowed Label", Level.WORKLOAD, "labels", "A label that the workload must not have.", "tier=legacy");
    }

    @Override
    Observed<Map<String, Text>> read(OfWorkload of) {
        return Observed.known(Entries.plain(of.workload().spec().meta().labels()));
    }

    @Override
    String owner(OfWorkload of) {
        return "The workload";
    }

    @Override
    String path(OfWorkload of) {
        return "metadata.labels";
    }
}
