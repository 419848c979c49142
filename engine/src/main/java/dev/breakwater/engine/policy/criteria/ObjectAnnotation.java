package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfObject;
import java.util.Map;

/** An annotation of an object other than a workload. */
final class ObjectAnnotation extends EntryCriterion<OfObject> {

    ObjectAnnotation() {
        super(
                "Object Annotation",
                Level.OBJECT,
                "annotations",
                "An annotation of an object other than a workload, key=value.",
                ".*/auth-url=.+");
    }

    @Override
    Observed<Map<String, Text>> read(OfObject of) {
        return Observed.known(of.resource().meta().annotations());
    }

    @Override
    String owner(OfObject of) {
        return of.words();
    }

    @Override
    String path(OfObject of) {
        return "metadata.annotations";
    }
}
