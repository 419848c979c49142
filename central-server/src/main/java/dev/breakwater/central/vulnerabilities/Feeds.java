package dev.breakwater.central.vulnerabilities;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** What publishers say of vulnerabilities, and how old it is. */
public interface Feeds {

    /** All feeds, by name. Everybody may see them: they tell nothing of what runs where. */
    List<FeedRow> list();

    /** The catalogue of what is known to be exploited, empty = none was ever taken: then nobody knows. */
    static Optional<FeedRow> catalogueOf(List<FeedRow> feeds) {
        return feeds.stream()
                .filter(feed -> feed.format().equals("KEV") && feed.entries() > 0)
                .findFirst();
    }

    /**
     * A file that somebody brings.
     *
     * @param name of the file
     */
    record Brought(String name, Opened content) {}

    /** Opens a file; it may be opened more than once. */
    @FunctionalInterface
    interface Opened {
        InputStream open() throws java.io.IOException;
    }

    /**
     * Takes files in place of what was there of the same feeds: files of publishers as they are, or one bundle that a trusted key signed.
     *
     * @return the feeds that they are, also those that were refused
     * @throws dev.breakwater.central.platform.InvalidRequest if a file is none that is known, or a bundle's signature is not trusted
     */
    List<FeedRow> bring(List<Brought> files);

    /**
     * Removes a feed with all that it says: what it alone knows is found no more, and what it alone is complete for is unknown.
     *
     * @return the feed, if so much of it is left that removing it goes on; empty = it is gone
     * @throws dev.breakwater.central.platform.NotFound if there is no feed of that name
     * @throws dev.breakwater.central.platform.Conflict if it is in use and fetched from an address that is configured
     */
    Optional<FeedRow> remove(String name);
}
