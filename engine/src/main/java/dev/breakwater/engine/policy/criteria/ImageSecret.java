package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfImageSecret;

/** A file or a setting in an image that looks like a secret. */
final class ImageSecret extends TextCriterion<OfImageSecret> {

    ImageSecret() {
        super(
                "Image Secret",
                Level.IMAGE_SECRET,
                "Something in the image that looks like a secret, by the rule that found it, such as private-key.",
                "private-key|aws-.*");
    }

    @Override
    Observed<String> read(OfImageSecret of) {
        return Observed.known(of.secret().rule());
    }

    @Override
    public Sighting see(OfImageSecret of, Policy.Group group) {
        FoundSecret secret = of.secret();
        String place = secret.path() + (secret.line() == 0 ? "" : ":" + secret.line());
        return new Sighting(
                "The image of container " + of.containerName() + " holds what looks like a secret (" + secret.title()
                        + ") in " + place
                        + (secret.deleted() ? ", deleted by a later layer but still in the one below." : "."),
                "secret",
                secret.rule() + " in " + place,
                of.in().path("image"));
    }
}
