package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;
import java.util.Map;

/** A label of the namespace that a workload is in. */
final class NamespaceLabel extends EntryCriterion<OfWorkload> {

    NamespaceLabel() {
        super(
                "Namespace Label",
                Level.WORKLOAD,
                "namespace labels",
                "A label of the workload's namespace; unknown where the namespace was not seen.",
                "environment=production");
    }

    @Override
    Observed<Map<String, Text>> read(OfWorkload of) {
        return of.workload().namespaceLabels().map(Entries::plain);
    }

    @Override
    String owner(OfWorkload of) {
        return "The workload";
    }

    @Override
    String path(OfWorkload of) {
        return "metadata.namespace";
    }
}
