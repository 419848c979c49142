package dev.breakwater.feeds.format;

import dev.breakwater.feeds.FeedFormat;
import dev.breakwater.feeds.document.FeedDocument;
import dev.breakwater.feeds.document.MalformedDocument;
import dev.breakwater.feeds.document.Tree;
import dev.breakwater.feeds.document.Trees;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The registry of formats: a document is one of the first that recognises it, by its content. */
public final class Formats {

    private static final List<TreeFormat> TREES = List.of(
            new OsvFormat(),
            new CsafFormat(),
            new KevFormat(),
            new NvdFormat(),
            new AlpineSecdb(),
            new FriendsOfPhp(),
            new NodeWorkingGroup(),
            new ProjectKb(),
            new RetireJs());

    private Formats() {}

    /**
     * Reads a document of whichever format.
     *
     * @param relevant a quick look at the bytes, {@code false} = an advisory in OSV's format that need not be parsed
     * @return the format; empty = none that is known, such as a licence or a README beside a feed
     * @throws MalformedDocument if it is damaged
     */
    public static Optional<FeedFormat> read(FeedDocument document, Told told, Predicate<byte[]> relevant)
            throws IOException {
        byte[] content = document.content().readNBytes(FeedDocument.HELD_WHOLE + 1);
        boolean whole = content.length <= FeedDocument.HELD_WHOLE;
        if (EpssFormat.recognises(head(content))) {
            EpssFormat.read(all(content, document), told);
            return Optional.of(FeedFormat.EPSS);
        }
        if (!whole && firstSign(content) == '{') {
            return LargeJson.read(document.name(), all(content, document), told);
        }
        if (!whole) {
            throw new MalformedDocument(
                    "is larger than the " + FeedDocument.HELD_WHOLE + " bytes that a document of its sort may have");
        }
        return relevant.test(content) ? read(document, content, told) : Optional.of(FeedFormat.OSV);
    }

    private static InputStream all(byte[] content, FeedDocument document) {
        return new SequenceInputStream(new ByteArrayInputStream(content), document.content());
    }

    private static Optional<FeedFormat> read(FeedDocument document, byte[] content, Told told) throws IOException {
        String fileName = document.fileName();
        if (fileName.endsWith(".md")) {
            String text = new String(content, StandardCharsets.UTF_8);
            if (RustSec.recognises(fileName, text)) {
                RustSec.read(text, told);
                return Optional.of(FeedFormat.RUSTSEC);
            }
            return Optional.empty();
        }
        Tree tree = parsed(fileName, content);
        if (!tree.isList()) {
            return read(document.name(), fileName, tree, told);
        }
        FeedFormat found = null;
        for (Tree item : tree.items()) {
            found = read(document.name(), fileName, item, told).orElse(found);
        }
        return Optional.ofNullable(found);
    }

    private static Optional<FeedFormat> read(String name, String fileName, Tree tree, Told told)
            throws MalformedDocument {
        for (TreeFormat format : TREES) {
            if (format.recognises(fileName, tree)) {
                format.read(name, tree, told);
                return Optional.of(format.format());
            }
        }
        if (LargeJson.isTracker(tree)) {
            tree.names().forEach(one -> DebianTracker.read(one, tree.get(one), told));
            return Optional.of(FeedFormat.DEBIAN_TRACKER);
        }
        return Optional.empty();
    }

    private static Tree parsed(String fileName, byte[] content) throws IOException {
        int first = firstSign(content);
        if (first == '{' || (first == '[' && fileName.endsWith(".json"))) {
            return Trees.json(content);
        }
        if (fileName.endsWith(".yaml") || fileName.endsWith(".yml")) {
            return Trees.yaml(content);
        }
        if (fileName.endsWith(".json")) {
            throw new MalformedDocument("is no JSON: begins with '" + head(content) + "'");
        }
        return Tree.NOTHING;
    }

    private static int firstSign(byte[] content) {
        for (byte one : content) {
            boolean space = one == ' ' || one == '\n' || one == '\r' || one == '\t';
            boolean mark = (one & 0xff) == 0xef || (one & 0xff) == 0xbb || (one & 0xff) == 0xbf;
            if (!space && !mark) {
                return one;
            }
        }
        return -1;
    }

    private static String head(byte[] content) {
        return new String(content, 0, Math.min(content.length, 20), StandardCharsets.UTF_8);
    }
}
