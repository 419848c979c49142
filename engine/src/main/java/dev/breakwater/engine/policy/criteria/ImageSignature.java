package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;
import dev.breakwater.engine.policy.value.ValueRejected;
import java.util.List;
import java.util.regex.Pattern;

/** Who ought to have signed an image: fires where none of those named has. */
final class ImageSignature extends Criterion<OfContainer> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]{0,199}");
    private static final ValueGrammar GRAMMAR = new ValueGrammar(
            ValueGrammar.Form.TEXT,
            "Allowed: the id of a signature verifier, up to 200 letters, digits and . _ : / @ -.",
            List.of(),
            "release-key");

    ImageSignature() {
        super(CriterionCard.of(
                        "Image Signature Verified By",
                        Level.IMAGE,
                        GRAMMAR,
                        "The signature that the image ought to bear: fires where none of the verifiers named found theirs.")
                .firesOnAbsence()
                .onlyOr());
    }

    @Override
    public Condition<OfContainer> condition(String value) {
        String wanted = value.strip();
        if (!FORM.matcher(wanted).matches()) {
            throw new ValueRejected(GRAMMAR.allowed());
        }
        return (of, asOf) -> Answer.of(of.image().verifiedBy(), ids -> ids.contains(wanted));
    }

    @Override
    public Sighting see(OfContainer of, Policy.Group group) {
        Observed<List<String>> found = of.image().verifiedBy();
        return new Sighting(
                "The image " + of.container().image().original() + " of container " + of.containerName()
                        + " has no signature that " + String.join(" or ", group.values()) + " could verify.",
                "signature",
                String.join(", ", found.toOptional().orElse(List.of())),
                of.path("image"));
    }
}
