package dev.breakwater.feeds;

import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.vulnerability.Advisory;
import dev.breakwater.engine.vulnerability.AdvisoryIndex;
import dev.breakwater.engine.vulnerability.ExploitSignals;
import dev.breakwater.engine.vulnerability.ecosystem.Lookup;
import dev.breakwater.engine.vulnerability.ecosystem.Lookups;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of feeds: each file and each folder in it is one, of whichever format, as central imports them. */
public final class FeedFolder {

    private static final int MOST_THREADS = 4;

    private final List<FeedFile> files;

    private FeedFolder(List<FeedFile> files) {
        this.files = files;
    }

    /** @throws IOException if it is no folder that can be read */
    public static FeedFolder open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return new FeedFolder(
                    entries.filter(one -> !one.getFileName().toString().startsWith("."))
                            .sorted()
                            .map(FeedFile::of)
                            .toList());
        }
    }

    /** The feeds in the order of their names. */
    public List<FeedFile> files() {
        return files;
    }

    /**
     * What is wrong with the packages of an image, by the advisories of this folder. Only advisories that name one of its
     * packages are parsed, so that a large folder costs little more than reading it.
     *
     * @param age when it is, and how old the newest entry of a feed may be for its silence to say something
     */
    public Answer match(ImageContents image, Age age) throws IOException {
        return match(image.packages(), image.os(), age);
    }

    /**
     * What is wrong with packages, by the advisories of this folder.
     *
     * @param os the distribution that they came with, {@code null} = not known
     * @param age when it is, and how old the newest entry of a feed may be for its silence to say something
     */
    public Answer match(List<InstalledPackage> packages, @Nullable OperatingSystem os, Age age) throws IOException {
        Set<Lookup> lookups = new LinkedHashSet<>();
        packages.forEach(one -> lookups.addAll(Lookups.of(one, os)));
        List<Gathering> gatherings = gather(lookups, age.asOf());
        AdvisoryIndex index = new AdvisoryIndex();
        Map<String, ExploitSignals.Epss> epss = new HashMap<>();
        Map<String, ExploitSignals.KnownExploited> exploited = new HashMap<>();
        List<Feed> feeds = new ArrayList<>();
        for (Gathering one : gatherings) {
            one.advisories.forEach(index::add);
            if (one.feed().isOlderThan(age.longest(), age.asOf())) {
                index.covered(one.feed().complete());
            } else {
                index.covers(one.feed().complete());
            }
            epss.putAll(one.epss);
            exploited.putAll(one.exploited);
            feeds.add(one.feed());
        }
        return new Answer(index.match(packages, os), new ExploitSignals(epss, exploited), List.copyOf(feeds));
    }

    /** Several files at once; what comes of them is taken in their order, so that the answer is the same every time. */
    private List<Gathering> gather(Set<Lookup> lookups, Instant asOf) throws IOException {
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<Gathering>> running = new ArrayList<>();
            for (FeedFile file : files) {
                running.add(workers.submit(() -> new Gathering().read(file, lookups, asOf)));
            }
            List<Gathering> done = new ArrayList<>();
            for (Future<Gathering> one : running) {
                done.add(one.get());
            }
            return done;
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof IOException unread ? unread : new IOException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading feeds");
        }
    }

    /**
     * When feeds are asked, and how old they may be.
     *
     * @param longest the greatest age of a feed's newest entry
     */
    public record Age(Instant asOf, Duration longest) {}

    /**
     * The answer of a folder.
     *
     * @param found matches, and the packages of which no feed speaks
     * @param signals of exploitation, for all vulnerabilities
     * @param feeds what was read; counts are of what speaks of the packages asked for
     */
    public record Answer(AdvisoryIndex.Answer found, ExploitSignals signals, List<Feed> feeds) {}

    private static final class Gathering implements FeedSink {

        private final List<Advisory> advisories = new ArrayList<>();
        private final Map<String, ExploitSignals.Epss> epss = new HashMap<>();
        private final Map<String, ExploitSignals.KnownExploited> exploited = new HashMap<>();
        private @Nullable Feed feed;

        Gathering read(FeedFile file, Set<Lookup> lookups, Instant asOf) throws IOException {
            try {
                feed = file.readOf(lookups, this, asOf);
            } catch (FileSystemException named) {
                throw named;
            } catch (IOException unread) {
                throw new IOException(
                        "feed " + file.path().getFileName() + " cannot be read: " + unread.getMessage(), unread);
            }
            return this;
        }

        Feed feed() {
            return Objects.requireNonNull(feed);
        }

        @Override
        public void advisory(Advisory advisory) {
            advisories.add(advisory);
        }

        @Override
        public void epss(String cve, ExploitSignals.Epss estimate) {
            epss.put(cve, estimate);
        }

        @Override
        public void exploited(String cve, ExploitSignals.KnownExploited entry) {
            exploited.put(cve, entry);
        }
    }
}
