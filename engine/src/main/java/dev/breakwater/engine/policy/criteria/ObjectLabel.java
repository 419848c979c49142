package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfObject;
import java.util.Map;

/** A label of an object other than a workload. */
final class ObjectLabel extends EntryCriterion<OfObject> {

    ObjectLabel() {
        super(
                "Object Label",
                Level.OBJECT,
                "labels",
                "A label of an object other than a workload, key=value.",
                "team=");
    }

    @Override
    Observed<Map<String, Text>> read(OfObject of) {
        return Observed.known(Entries.plain(of.resource().meta().labels()));
    }

    @Override
    String owner(OfObject of) {
        return of.words();
    }

    @Override
    String path(OfObject of) {
        return "metadata.labels";
    }
}
