package dev.breakwater.feeds.document;

/**
 * How much of a feed is read at most. The whole of OSV, the largest that we know, has some 300,000 documents and 2 GB unpacked.
 *
 * @param unpacked bytes after unpacking
 * @param documents how many documents
 */
public record FeedBounds(long unpacked, int documents) {

    public static final FeedBounds DEFAULT = new FeedBounds(16L << 30, 3_000_000);
}
