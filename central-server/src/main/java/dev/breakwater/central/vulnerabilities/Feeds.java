package dev.breakwater.central.vulnerabilities;

import java.io.InputStream;
import java.util.List;

/** What publishers say of vulnerabilities, and how old it is. */
public interface Feeds {

    /** All feeds, by name. Everybody may see them: they tell nothing of what runs where. */
    List<FeedRow> list();

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
}
