package dev.breakwater.contracts;

import dev.breakwater.contracts.v1.ImageNameFacts;
import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.ImageName;

/**
 * References to images. The reference travels as it was written and is split again by the reader, so that both sides
 * always agree with the text; a digest travels only where it was learnt from elsewhere.
 */
final class ImageMapping {

    private ImageMapping() {}

    static ImageNameFacts toWire(ImageName image) {
        String original = Bounds.name("ImageNameFacts.original", image.original());
        ImageNameFacts.Builder wire = ImageNameFacts.newBuilder().setOriginal(original);
        ImageName parsed = ImageName.parse(original);
        Digest digest = image.digest();
        if (digest != null && !digest.equals(parsed.digest())) {
            parsed = parsed.withDigest(digest);
            wire.setDigest(digest.value());
        }
        if (!parsed.equals(image)) {
            throw new WireException(
                    "ImageNameFacts.original",
                    image.canonical() + " for " + original,
                    "a name made by parsing its original, with or without a running digest");
        }
        return wire.build();
    }

    static ImageName fromWire(String owner, boolean present, ImageNameFacts wire) {
        Bounds.present(owner, present);
        ImageName parsed = ImageName.parse(Bounds.name("ImageNameFacts.original", wire.getOriginal()));
        return wire.hasDigest() ? parsed.withDigest(digest("ImageNameFacts.digest", wire.getDigest())) : parsed;
    }

    static Digest digest(String field, String wire) {
        return Digest.parse(wire)
                .orElseThrow(() -> new WireException(field, wire, "sha256: or sha512: and lower-case hexadecimal"));
    }
}
