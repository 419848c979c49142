package dev.breakwater.feeds.bundle;

import dev.breakwater.feeds.Feed;
import dev.breakwater.feeds.FeedFormat;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle holds; this is what is signed.
 *
 * @param format {@code breakwater-feeds/1}
 * @param created when it was made
 * @param feeds what they are
 * @param files every file, in the order in which they stand in the bundle
 */
public record Manifest(String format, Instant created, List<Told> feeds, List<Part> files) {

    static final String FORMAT = "breakwater-feeds/1";

    public Manifest {
        feeds = List.copyOf(feeds);
        files = List.copyOf(files);
    }

    /**
     * A feed as its maker saw it.
     *
     * @param entries advisories, other entries and signals
     * @param newest when the newest entry was changed, {@code null} = none says
     */
    public record Told(
            String name,
            FeedFormat format,
            List<String> source,
            long entries,
            @Nullable Instant newest,
            long problems) {

        static Told of(Feed feed) {
            return new Told(
                    feed.name(),
                    feed.format(),
                    feed.source(),
                    feed.entries() + feed.signals(),
                    feed.newest(),
                    feed.problemCount());
        }
    }

    /**
     * @param path below the folder of feeds, {@code /} between its parts
     * @param size bytes
     * @param sha256 hexadecimal
     */
    public record Part(String path, long size, String sha256) {

        /** Only names that mean the same file everywhere, and none outside of the folder. */
        boolean isSound() {
            return path.length() <= 1_000
                    && path.matches("[A-Za-z0-9_@+=,~][A-Za-z0-9._@+=,:~-]*(/[A-Za-z0-9_@+=,~][A-Za-z0-9._@+=,:~-]*)*")
                    && size >= 0
                    && sha256.matches("[0-9a-f]{64}");
        }
    }
}
