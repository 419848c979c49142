package dev.breakwater.engine.image;

/**
 * Something in an image that looks like a secret; the secret itself is never kept.
 *
 * @param rule which rule found it, such as {@code private-key}
 * @param title for people, such as "Private key"
 * @param path the file, or {@code config:env:NAME} / {@code config:history} for the configuration
 * @param line 1-based, 0 = does not apply
 * @param layer the diff id of the layer, empty = the configuration
 * @param redacted what may be shown: a few leading characters and the length
 * @param deleted a later layer removes the file: it is still in the layer for whoever pulls the image
 */
public record FoundSecret(
        String rule, String title, String path, int line, String layer, String redacted, boolean deleted) {}
