package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfPackage;
import dev.breakwater.engine.policy.value.KeyValue;
import java.util.List;

/** A package installed in an image, by name and version. */
final class ImageComponent extends Criterion<OfPackage> {

    private static final ValueGrammar GRAMMAR = new ValueGrammar(
            ValueGrammar.Form.KEY_VALUE,
            "Allowed: name=version, both regular expressions (RE2) for the whole text; an empty version stands for any.",
            List.of(),
            "curl|wget=");

    ImageComponent() {
        super(CriterionCard.of(
                "Image Component", Level.PACKAGE, GRAMMAR, "A package that is installed in the image, name=version."));
    }

    @Override
    public Condition<OfPackage> condition(String value) {
        KeyValue wanted = KeyValue.parse(value);
        return (of, asOf) -> Answer.of(wanted.key().matches(of.installed().name())
                && wanted.value().matches(of.installed().version()));
    }

    @Override
    public Sighting see(OfPackage of, Policy.Group group) {
        ImageScan.InstalledPackage installed = of.installed();
        return new Sighting(
                "The image of container " + of.containerName() + " holds " + installed.name() + " "
                        + installed.version() + ".",
                "package",
                installed.name() + " " + installed.version(),
                of.in().path("image"));
    }
}
