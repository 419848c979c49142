package dev.breakwater.feeds;

import dev.breakwater.engine.vulnerability.Advisory;
import dev.breakwater.engine.vulnerability.ExploitSignals;
import dev.breakwater.feeds.format.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts what a feed tells while it passes it on. */
final class FeedCount implements Told {

    private static final int MOST_PROBLEMS = 100;

    private final FeedSink sink;
    private final @Nullable WantedPackages wanted;
    private final Set<String> publishers = new TreeSet<>();
    private final Set<String> ecosystems = new TreeSet<>();
    private final Set<FeedFormat> formats = new TreeSet<>();
    private final List<FeedProblem> problems = new ArrayList<>();
    private String document = "";
    private long others;
    private long advisories;
    private long signals;
    private long problemCount;
    private @Nullable Instant newest;

    FeedCount(FeedSink sink, @Nullable WantedPackages wanted) {
        this.sink = sink;
        this.wanted = wanted;
    }

    void begin(String documentName) {
        document = documentName;
    }

    void is(FeedFormat format) {
        formats.add(format);
    }

    @Override
    public void advisory(Advisory advisory) {
        advisories++;
        publishers.add(advisory.publisher());
        Instant modified = advisory.modified() == null ? advisory.published() : advisory.modified();
        if (modified != null && (newest == null || modified.isAfter(newest))) {
            newest = modified;
        }
        sink.advisory(advisory);
    }

    @Override
    public void epss(String cve, ExploitSignals.Epss estimate) {
        signals++;
        sink.epss(cve, estimate);
    }

    @Override
    public void exploited(String cve, ExploitSignals.KnownExploited entry) {
        signals++;
        sink.exploited(cve, entry);
    }

    @Override
    public void asOf(Instant instant) {
        newest = newest == null || instant.isAfter(newest) ? instant : newest;
    }

    @Override
    public void speaksFor(String ecosystem) {
        if (ecosystems.add(ecosystem)) {
            sink.speaksFor(ecosystem);
        }
    }

    @Override
    public void noVulnerability() {
        others++;
    }

    @Override
    public void malformed(String entry, String reason) {
        problem(entry.isEmpty() ? document : document + ": " + entry, reason);
    }

    @Override
    public boolean wants(String ecosystem, String packageName) {
        return wanted == null || wanted.wants(ecosystem, packageName);
    }

    @Override
    public boolean isSelective() {
        return wanted != null;
    }

    void problem(String where, String reason) {
        problemCount++;
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new FeedProblem(where, reason));
        }
    }

    Feed feed(String name, String digest) {
        FeedFormat format = formats.size() > 1
                ? FeedFormat.MIXED
                : formats.isEmpty() ? FeedFormat.UNKNOWN : formats.iterator().next();
        return new Feed(
                name,
                List.copyOf(publishers),
                format,
                advisories + others,
                advisories,
                signals,
                newest,
                digest,
                ecosystems,
                problemCount,
                problems);
    }
}
