package dev.breakwater.engine.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A content digest such as {@code sha256:…}; cannot be built from a tag.
 *
 * @param value algorithm, colon, lower-case hexadecimal
 */
public record Digest(String value) {

    private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}");

    public Digest {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a digest: " + value);
        }
    }

    public static Optional<Digest> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Digest(text)) : Optional.empty();
    }

    /** The first 12 hexadecimal digits, for pages. */
    public String abbreviated() {
        int colon = value.indexOf(':');
        return value.substring(colon + 1, colon + 13);
    }

    @Override
    public String toString() {
        return value;
    }
}
