package dev.breakwater.central.vulnerabilities.internal.vex;

import dev.breakwater.engine.vulnerability.vex.VexProduct;
import dev.breakwater.engine.vulnerability.vex.VexScope;
import java.util.regex.Pattern;

/**
 * What a product of a statement means in the terms of the database; {@link VexScope} in two halves, of which the second compares package URLs.
 *
 * @param digest of an image, empty = any
 * @param packagePurl empty = every package of that image
 * @param acts {@code false} = it means nothing: an image by its tag, a part of something that is no image, a name that is no package URL
 */
record VexMeaning(String digest, String packagePurl, boolean acts) {

    private static final VexMeaning NOTHING = new VexMeaning("", "", false);

    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    static VexMeaning of(VexProduct product) {
        String part = product.subcomponent();
        if (!product.digest().isEmpty() || product.purl().startsWith("pkg:oci/")) {
            boolean named = DIGEST.matcher(product.digest()).matches();
            return named && (part.isEmpty() || isPurl(part)) ? new VexMeaning(product.digest(), part, true) : NOTHING;
        }
        if (!part.isEmpty() && !product.purl().isEmpty()) {
            return NOTHING;
        }
        String purl = part.isEmpty() ? product.purl() : part;
        return isPurl(purl) ? new VexMeaning("", purl, true) : NOTHING;
    }

    private static boolean isPurl(String text) {
        return text.startsWith("pkg:");
    }
}
