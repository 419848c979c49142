package dev.breakwater.feeds.format;

import dev.breakwater.feeds.FeedFormat;
import dev.breakwater.feeds.document.Tree;
import dev.breakwater.feeds.document.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Documents that are one large object, read field by field and item by item: Debian's tracker, pages of the NVD, KEV. */
final class LargeJson {

    private static final List<TreeFormat> BY_ITEM = List.of(new NvdFormat(), new KevFormat());

    private LargeJson() {}

    static Optional<FeedFormat> read(String name, InputStream content, Told told) throws IOException {
        FeedFormat[] found = new FeedFormat[1];
        Trees.jsonParts(content, (field, part) -> {
            if (DebianTracker.isPackage(part)) {
                DebianTracker.read(field, part, told);
                found[0] = FeedFormat.DEBIAN_TRACKER;
                return;
            }
            for (TreeFormat format : BY_ITEM) {
                if (field.equals("vulnerabilities") && format.recognises(name, part)) {
                    format.read(name, part, told);
                    found[0] = format.format();
                }
            }
        });
        return Optional.ofNullable(found[0]);
    }

    /** Whether a document that is held is the tracker: it has no field of its own but packages. */
    static boolean isTracker(Tree document) {
        return document.value() instanceof Map<?, ?> fields
                && !fields.isEmpty()
                && document.names().stream().limit(3).allMatch(name -> DebianTracker.isPackage(document.get(name)));
    }
}
