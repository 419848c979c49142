package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Signatures;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;
import dev.breakwater.engine.policy.value.ValueRejected;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Who ought to have signed an image: fires where none of those named has. */
final class ImageSignature extends Criterion<OfContainer> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]{0,199}");
    private static final String ANY = "*";
    private static final ValueGrammar GRAMMAR = new ValueGrammar(
            ValueGrammar.Form.TEXT,
            "Allowed: the name of a signature verifier, up to 200 letters, digits and . _ : / @ -; or * for any of them.",
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
        if (!wanted.equals(ANY) && !FORM.matcher(wanted).matches()) {
            throw new ValueRejected(GRAMMAR.allowed());
        }
        return (of, asOf) -> switch (of.image().verifiedBy()) {
            case Observed.Known<Signatures>(Signatures found) -> answer(found, wanted);
            case Observed.Unknown<Signatures>(UnknownReason reason, String detail) -> Answer.unknown(reason, detail);
        };
    }

    private static Answer answer(Signatures found, String wanted) {
        boolean any = wanted.equals(ANY);
        if (any ? !found.verified().isEmpty() : found.verified().contains(wanted)) {
            return Answer.YES;
        }
        return found.open().entrySet().stream()
                .filter(one -> any || one.getKey().equals(wanted))
                .min(Map.Entry.comparingByKey())
                .map(one -> Answer.unknown(UnknownReason.FAILED, one.getKey() + ": " + one.getValue()))
                .orElse(Answer.NO);
    }

    @Override
    public Sighting see(OfContainer of, Policy.Group group) {
        Observed<Signatures> found = of.image().verifiedBy();
        return new Sighting(
                "The image " + of.container().image().original() + " of container " + of.containerName()
                        + " has no signature that " + named(group) + " could verify.",
                "signature",
                String.join(", ", found.toOptional().orElse(Signatures.NONE).verified()),
                of.path("image"));
    }

    private static String named(Policy.Group group) {
        return group.values().contains(ANY) ? "any verifier" : String.join(" or ", group.values());
    }
}
