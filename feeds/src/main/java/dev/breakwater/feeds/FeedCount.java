package dev.breakwater.feeds;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.vulnerability.Advisory;
import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.engine.vulnerability.ExploitSignals;
import dev.breakwater.feeds.format.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts what a feed tells while it passes it on. */
final class FeedCount implements Told {

    private static final int MOST_PROBLEMS = 100;

    private final FeedSink sink;
    private final @Nullable WantedPackages wanted;
    private final Set<String> publishers = new TreeSet<>();
    private final Set<String> ecosystems = new TreeSet<>();
    private final Coverage coverage = new Coverage();
    private final Set<FeedFormat> formats = new TreeSet<>();
    private final List<FeedProblem> problems = new ArrayList<>();
    private final FeedAge age;
    private final Map<String, Advisory> parts = new LinkedHashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private String document = "";
    private long documents;
    private long others;
    private long advisories;
    private long signals;
    private long problemCount;

    FeedCount(FeedSink sink, @Nullable WantedPackages wanted, Instant asOf) {
        this.sink = sink;
        this.age = new FeedAge(asOf);
        this.wanted = wanted;
    }

    void begin(String documentName) {
        document = documentName;
        coverage.begin();
    }

    void is(FeedFormat format) {
        formats.add(format);
        coverage.end(format);
        if (format != FeedFormat.EPSS && format != FeedFormat.KEV) {
            // of a list of signals each is an entry, not the list
            documents++;
        }
    }

    @Override
    public void advisory(Advisory advisory) {
        advisories++;
        publishers.add(advisory.publisher());
        age.note(advisory.published());
        age.note(advisory.modified());
        Set<String> families = new TreeSet<>();
        advisory.affected().forEach(one -> families.add(UsualSize.family(one.ecosystem())));
        families.forEach(family -> sizes.merge(family, 1, Integer::sum));
        sink.advisory(advisory);
    }

    @Override
    public void part(Advisory part) {
        parts.merge(part.id(), part, FeedCount::together);
    }

    /** Passes on what came in parts. */
    void finish() {
        parts.values().forEach(this::advisory);
        parts.clear();
    }

    private static Advisory together(Advisory first, Advisory second) {
        List<Affected> affected = new ArrayList<>(first.affected());
        affected.addAll(second.affected());
        Advisory rated = first.severity() == Severity.UNKNOWN ? second : first;
        return new Advisory(
                first.id(),
                Stream.concat(first.aliases().stream(), second.aliases().stream())
                        .distinct()
                        .toList(),
                first.mends(),
                first.publisher(),
                rated.severity(),
                rated.severityWord(),
                first.cvss(),
                first.cvssVector(),
                first.summary(),
                first.details(),
                first.published(),
                first.modified(),
                first.withdrawn(),
                first.disputed(),
                Stream.concat(first.references().stream(), second.references().stream())
                        .distinct()
                        .toList(),
                affected);
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
        age.note(instant);
    }

    @Override
    public void speaksFor(String ecosystem) {
        coverage.speaksOf(ecosystem);
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

    private Map<String, Integer> sizes() {
        Map<String, Integer> complete = new HashMap<>();
        coverage.complete().forEach(ecosystem -> {
            String family = UsualSize.family(ecosystem);
            complete.put(family, sizes.getOrDefault(family, 0));
        });
        return complete;
    }

    Feed feed(String name, String digest) {
        FeedFormat format = formats.size() > 1
                ? FeedFormat.MIXED
                : formats.isEmpty() ? FeedFormat.UNKNOWN : formats.iterator().next();
        return new Feed(
                name,
                List.copyOf(publishers),
                format,
                Math.max(advisories + others, isSelective() ? documents : 0),
                advisories,
                signals,
                age.newest(),
                digest,
                ecosystems,
                coverage.complete(),
                isSelective() ? Map.of() : sizes(),
                problemCount,
                problems);
    }
}
