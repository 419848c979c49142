package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;
import java.util.Map;

/** A label that an image must have. */
final class RequiredImageLabel extends EntryCriterion<OfContainer> {

    RequiredImageLabel() {
        super(
                "Required Image Label",
                Level.IMAGE,
                "labels",
                "A label that the image's configuration must have; several with OR: one of them, with AND: each.",
                "org.opencontainers.image.source=.+",
                true);
    }

    @Override
    Observed<Map<String, Text>> read(OfContainer in) {
        return in.image().labels().map(Entries::plain);
    }

    @Override
    String owner(OfContainer in) {
        return "The image " + in.container().image().original() + " of container " + in.containerName();
    }

    @Override
    String path(OfContainer in) {
        return in.path("image");
    }
}
