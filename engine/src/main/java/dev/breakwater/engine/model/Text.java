package dev.breakwater.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * A text from a cluster that might have held a secret: either the text itself, or what is left after the sensor took a
 * secret out (kind, length and keyed hash, so that criteria can still match on its presence and on equality).
 *
 * @param value the text, {@code null} if it was redacted
 * @param redaction what was taken out, {@code null} if nothing was
 */
public record Text(@Nullable String value, @Nullable Redaction redaction) {

    /**
     * What is known of a value that stayed in the cluster.
     *
     * @param kind the sort of secret that it looked like, such as {@code password-key}, {@code high-entropy}, {@code private-key}
     * @param length its length in characters
     * @param hash keyed hash of the value, hexadecimal; equal within one cluster for equal values
     */
    public record Redaction(String kind, int length, String hash) {}

    public Text {
        if ((value == null) == (redaction == null)) {
            throw new IllegalArgumentException("a text is either plain or redacted");
        }
    }

    public static Text plain(String value) {
        return new Text(value, null);
    }

    public static Text redacted(String kind, int length, String hash) {
        return new Text(null, new Redaction(kind, length, hash));
    }

    public boolean isRedacted() {
        return redaction != null;
    }

    /** The text as it may be shown: itself, or a description of what was taken out. */
    public String shown() {
        return redaction == null
                ? String.valueOf(value)
                : "[" + redaction.kind() + ", " + redaction.length() + " characters]";
    }
}
