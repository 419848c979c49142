package dev.breakwater.feeds.fetch;

/**
 * What a server said of the version that it gave (RFC 9110 §8.8): sent back, so that it need not give the same again.
 *
 * @param etag as it was written, empty = none
 * @param lastModified as it was written, empty = none
 */
public record Validators(String etag, String lastModified) {

    /** Nothing was fetched yet. */
    public static final Validators NONE = new Validators("", "");
}
