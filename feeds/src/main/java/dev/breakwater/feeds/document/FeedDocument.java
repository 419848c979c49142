package dev.breakwater.feeds.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * One document of a feed.
 *
 * @param name its path within the feed; only ever shown
 * @param content read once, by who is given the document; ends with an exception where it is longer than is allowed
 */
public record FeedDocument(String name, InputStream content) {

    /** Longer documents are read as a stream by formats that can do so, and refused by others. */
    public static final int HELD_WHOLE = 48 << 20;

    /** Takes documents one after the other. */
    public interface Visitor {

        void visit(FeedDocument document) throws IOException;

        /** A part of the file that is no readable document; the walk goes on. */
        void unreadable(String name, String reason);
    }

    /** The last part of the name in lower case. */
    public String fileName() {
        return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
