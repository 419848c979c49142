package dev.breakwater.feeds;

import dev.breakwater.engine.vulnerability.ecosystem.Lookup;
import dev.breakwater.feeds.document.FeedBounds;
import dev.breakwater.feeds.document.FeedDocument;
import dev.breakwater.feeds.document.FeedWalk;
import dev.breakwater.feeds.document.MalformedDocument;
import dev.breakwater.feeds.format.Formats;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder that is a feed.
 *
 * @param name without what says how it is packed: {@code osv-go} of {@code osv-go.zip}
 */
public record FeedFile(String name, Path path) {

    private static final List<String> ENDS =
            List.of(".gz", ".zst", ".zip", ".tar", ".tgz", ".json", ".yaml", ".yml", ".csv");

    /** The feed at a path, named after it. */
    public static FeedFile of(Path path) {
        String name = path.getFileName().toString();
        boolean ends = true;
        while (ends) {
            ends = false;
            for (String end : ENDS) {
                if (name.length() > end.length() && name.endsWith(end)) {
                    name = name.substring(0, name.length() - end.length());
                    ends = true;
                }
            }
        }
        return new FeedFile(name, path);
    }

    /** Reads the whole feed, as of now by the clock of this machine. */
    public Feed read(FeedSink sink) throws IOException {
        return read(sink, Clock.systemUTC().instant());
    }

    /**
     * Reads the whole feed.
     *
     * @param asOf now: what an entry dates later is no date
     * @throws IOException if the file cannot be read at all; what is damaged in it is told in {@link Feed#problems()}
     */
    public Feed read(FeedSink sink, Instant asOf) throws IOException {
        return read(sink, null, asOf);
    }

    /** Reads what speaks of packages; quicker, and the counts are of what was read. */
    Feed readOf(Collection<Lookup> packages, FeedSink sink, Instant asOf) throws IOException {
        return read(sink, new WantedPackages(packages), asOf);
    }

    private Feed read(FeedSink sink, @Nullable WantedPackages wanted, Instant asOf) throws IOException {
        FeedCount count = new FeedCount(sink, wanted, asOf);
        try {
            FeedWalk.of(path, FeedBounds.DEFAULT, new Reading(count, wanted));
        } catch (MalformedDocument | ZipException | EOFException damaged) {
            count.problem(path.getFileName().toString(), sentence(damaged));
        }
        count.finish();
        return count.feed(name, wanted == null ? ContentDigest.of(path) : "");
    }

    private static String sentence(IOException failure) {
        return String.valueOf(failure.getMessage());
    }

    private record Reading(FeedCount count, @Nullable WantedPackages wanted) implements FeedDocument.Visitor {

        @Override
        public void visit(FeedDocument document) throws IOException {
            count.begin(document.name());
            try {
                Formats.read(document, count, bytes -> wanted == null || wanted.mayBeNamedIn(bytes, count))
                        .ifPresent(count::is);
            } catch (MalformedDocument malformed) {
                count.malformed("", sentence(malformed));
            }
        }

        @Override
        public void unreadable(String name, String reason) {
            count.problem(name, reason);
        }
    }
}
