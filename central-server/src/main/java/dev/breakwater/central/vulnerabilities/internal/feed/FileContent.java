package dev.breakwater.central.vulnerabilities.internal.feed;

import dev.breakwater.engine.vulnerability.Advisory;
import dev.breakwater.engine.vulnerability.ExploitSignals;
import dev.breakwater.feeds.Feed;
import dev.breakwater.feeds.FeedAge;
import dev.breakwater.feeds.FeedFile;
import dev.breakwater.feeds.FeedProblem;
import dev.breakwater.feeds.FeedSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A feed in a file, as its publisher writes it.
 *
 * @param made when it was made where that is known, as of a bundle; a feed is never newer than its newest entry, though
 * @param file where it lies for as long as it is read
 */
record FileContent(
        String name,
        String source,
        String etag,
        String lastModified,
        @Nullable Instant made,
        Path file) implements FeedContent {

    @Override
    public boolean isBrought() {
        return !source.startsWith("https://") && !source.startsWith("http://");
    }

    @Override
    public Read read(Consumer<Advisory> advisories, Instant now) throws IOException {
        Map<String, ExploitSignals.Epss> epss = new HashMap<>();
        Map<String, ExploitSignals.KnownExploited> exploited = new HashMap<>();
        Feed feed = new FeedFile(name, file)
                .read(
                        new FeedSink() {
                            @Override
                            public void advisory(Advisory advisory) {
                                advisories.accept(advisory);
                            }

                            @Override
                            public void epss(String cve, ExploitSignals.Epss estimate) {
                                epss.put(cve, estimate);
                            }

                            @Override
                            public void exploited(String cve, ExploitSignals.KnownExploited entry) {
                                exploited.put(cve, entry);
                            }
                        },
                        now);
        requireWhole(feed);
        boolean signals = feed.signals() > 0;
        return new Read(
                feed.format().name(),
                feed.newest(),
                isBrought() || signals ? FeedAge.of(feed.newest(), made) : null,
                signals ? new ExploitSignals(epss, exploited) : null,
                List.copyOf(feed.ecosystems()),
                List.copyOf(feed.complete()),
                (int) Math.min(Integer.MAX_VALUE, feed.problemCount()),
                feed.problems().stream().map(FileContent::words).toList());
    }

    /** Of a file that breaks off, what is left may look like all there is. */
    private void requireWhole(Feed feed) throws IOException {
        String itself = file.getFileName().toString();
        for (FeedProblem problem : feed.problems()) {
            if (problem.where().equals(itself)) {
                throw new IOException(problem.reason());
            }
        }
    }

    private static String words(FeedProblem problem) {
        return (problem.where() + ": " + problem.reason()).replace('\n', ' ');
    }
}
