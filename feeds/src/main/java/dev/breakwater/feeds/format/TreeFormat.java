package dev.breakwater.feeds.format;

import dev.breakwater.feeds.FeedFormat;
import dev.breakwater.feeds.document.MalformedDocument;
import dev.breakwater.feeds.document.Tree;

/** A format whose documents are small enough to be held as trees. Stateless. */
interface TreeFormat {

    FeedFormat format();

    /** Whether a document is one of this format, by what it has; the name may help where the content is poor. */
    boolean recognises(String fileName, Tree document);

    /**
     * Tells a reader what the document says.
     *
     * @param name the path of the document within its feed
     *
     * @throws MalformedDocument if it is one of this format, and not as it should be; what was told stands
     */
    void read(String name, Tree document, Told told) throws MalformedDocument;
}
