package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;
import java.util.Map;

/** An annotation that a workload must have. */
final class RequiredAnnotation extends EntryCriterion<OfWorkload> {

    RequiredAnnotation() {
        super(
                "Required Annotation",
                Level.WORKLOAD,
                "annotations",
                "An annotation that the workload or its pods must have; several with OR: one of them, with AND: each.",
                "contact=.+@.+",
                true);
    }

    @Override
    Observed<Map<String, Text>> read(OfWorkload of) {
        return Observed.known(Entries.annotations(of.workload()));
    }

    @Override
    String owner(OfWorkload of) {
        return "The workload";
    }

    @Override
    String path(OfWorkload of) {
        return "metadata.annotations";
    }
}
