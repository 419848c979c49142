package dev.breakwater.central.vulnerabilities.internal.feed;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.vulnerabilities.FeedRow;
import dev.breakwater.central.vulnerabilities.FeedRow.State;
import dev.breakwater.central.vulnerabilities.Feeds;
import dev.breakwater.central.vulnerabilities.internal.feed.FeedImport.Outcome;
import dev.breakwater.feeds.FeedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

@Service
class StoredFeeds implements Feeds {

    /** A name that can be that of a file anywhere. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final FeedTable feeds;
    private final FeedImport imports;
    private final Clock clock;

    StoredFeeds(FeedTable feeds, FeedImport imports, Clock clock) {
        this.feeds = feeds;
        this.imports = imports;
        this.clock = clock;
    }

    @Override
    public List<FeedRow> list() {
        return feeds.all(clock.instant());
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public List<FeedRow> bring(List<Brought> files) {
        if (files.isEmpty()) {
            throw new InvalidRequest("file", "", "at least one file");
        }
        files.forEach(StoredFeeds::requireName);
        List<Outcome> outcomes = new ArrayList<>();
        for (Brought file : files) {
            outcomes.add(taken(file));
        }
        boolean none = outcomes.stream().noneMatch(one -> one.state() == State.OK || one.state() == State.STALE);
        if (none) {
            feeds.removeNeverTaken();
            throw new InvalidRequest(
                    "file",
                    outcomes.stream().map(Outcome::name).collect(Collectors.joining(", ")),
                    "a feed that is taken; "
                            + outcomes.stream()
                                    .map(one -> one.name() + ": " + one.reason())
                                    .collect(Collectors.joining(" ")));
        }
        Set<String> names = outcomes.stream().map(Outcome::name).collect(Collectors.toSet());
        return list().stream().filter(row -> names.contains(row.name())).toList();
    }

    private static void requireName(Brought file) {
        if (!NAME.matcher(file.name()).matches()) {
            throw new InvalidRequest("file", file.name(), "a name of letters, digits, dots, hyphens and underscores");
        }
    }

    private Outcome taken(Brought file) {
        try {
            Path folder = Files.createTempDirectory("breakwater-feed");
            Path copy = folder.resolve(file.name());
            try {
                try (InputStream content = file.content().open()) {
                    Files.copy(content, copy);
                }
                String name = FeedFile.of(copy).name();
                return imports.take(new FileContent(name, file.name(), "", "", copy));
            } finally {
                Files.deleteIfExists(copy);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
