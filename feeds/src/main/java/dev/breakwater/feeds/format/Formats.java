package dev.breakwater.feeds.format;

import dev.breakwater.feeds.FeedFormat;
import dev.breakwater.feeds.document.FeedDocument;
import dev.breakwater.feeds.document.MalformedDocument;
import dev.breakwater.feeds.document.Tree;
import dev.breakwater.feeds.document.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The registry of formats: a document is one of the first that recognises it, by its content. */
public final class Formats {

    private static final List<TreeFormat> TREES = List.of(new OsvFormat());

    private Formats() {}

    /**
     * Reads a document of whichever format.
     *
     * @param relevant a quick look at the bytes, {@code false} = need not be parsed
     * @return the format; empty = none that is known, such as a licence or a README beside a feed, or not {@code relevant}
     * @throws MalformedDocument if it is damaged
     */
    public static Optional<FeedFormat> read(FeedDocument document, Told told, Predicate<byte[]> relevant)
            throws IOException {
        byte[] content = document.content().readNBytes(FeedDocument.HELD_WHOLE + 1);
        if (content.length > FeedDocument.HELD_WHOLE) {
            throw new MalformedDocument(
                    "is larger than the " + FeedDocument.HELD_WHOLE + " bytes that a document may have");
        }
        if (!relevant.test(content)) {
            return Optional.empty();
        }
        return read(document.fileName(), content, told);
    }

    private static Optional<FeedFormat> read(String fileName, byte[] content, Told told) throws IOException {
        Tree tree = parsed(fileName, content);
        for (TreeFormat format : TREES) {
            if (format.recognises(fileName, tree)) {
                format.read(tree, told);
                return Optional.of(format.format());
            }
        }
        return Optional.empty();
    }

    private static Tree parsed(String fileName, byte[] content) throws IOException {
        int first = firstSign(content);
        if (first == '{' || first == '[') {
            return Trees.json(content);
        }
        if (fileName.endsWith(".yaml") || fileName.endsWith(".yml")) {
            return Trees.yaml(content);
        }
        if (fileName.endsWith(".json")) {
            throw new MalformedDocument("is no JSON: begins with '" + begin(content) + "'");
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

    private static String begin(byte[] content) {
        return new String(content, 0, Math.min(content.length, 20), StandardCharsets.UTF_8);
    }
}
