package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfObject;
import java.util.Map;

/** Any single value of a manifest, by its path: for kinds and fields that no other criterion knows. */
final class ObjectField extends EntryCriterion<OfObject> {

    ObjectField() {
        super(
                "Object Field",
                Level.OBJECT,
                "fields",
                "A single value of the manifest of any object, path=value; for kinds and fields that no other criterion knows.",
                "allowPrivilegedContainer=true");
    }

    @Override
    Observed<Map<String, Text>> read(OfObject of) {
        return of.resource().fields();
    }

    @Override
    String owner(OfObject of) {
        return of.words();
    }

    @Override
    String path(OfObject of) {
        return of.resource().kind();
    }
}
