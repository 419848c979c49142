package dev.breakwater.central.vulnerabilities.internal.feed;

import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.vulnerabilities.FeedRow;
import dev.breakwater.central.vulnerabilities.FeedRow.State;
import dev.breakwater.central.vulnerabilities.Feeds;
import dev.breakwater.central.vulnerabilities.internal.feed.FeedImport.Outcome;
import dev.breakwater.feeds.FeedFile;
import dev.breakwater.feeds.FeedFolder;
import dev.breakwater.feeds.bundle.BundleRefused;
import dev.breakwater.feeds.bundle.FeedBundle;
import dev.breakwater.seal.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class StoredFeeds implements Feeds {

    /** A name that can be that of a file anywhere. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /** Bytes that tell a bundle. */
    private static final int HEAD = 512;

    private final FeedTable feeds;
    private final FeedProperties properties;
    private final FeedImport imports;
    private final FeedRemoval removal;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredFeeds(
            FeedTable feeds,
            FeedProperties properties,
            FeedImport imports,
            FeedRemoval removal,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.feeds = feeds;
        this.properties = properties;
        this.imports = imports;
        this.removal = removal;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
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
            outcomes.addAll(taken(file));
        }
        boolean none = outcomes.stream().noneMatch(one -> one.state() == State.OK || one.state() == State.STALE);
        if (none) {
            feeds.removeNeverTaken(outcomes.stream().map(Outcome::name).toList());
            throw InvalidRequest.saying(
                    "file",
                    outcomes.stream().map(Outcome::name).collect(Collectors.joining(", ")),
                    "a feed that can be relied on",
                    outcomes.stream().map(StoredFeeds::refusal).collect(Collectors.joining(" ")));
        }
        Set<String> names = outcomes.stream().map(Outcome::name).collect(Collectors.toSet());
        return list().stream().filter(row -> names.contains(row.name())).toList();
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public Optional<FeedRow> remove(String name) {
        FeedRow row = named(name).orElseThrow(() -> new NotFound("feed", name));
        if (row.asOf() != null && properties.sources().containsKey(name)) {
            throw new Conflict(name + " is fetched from " + properties.sources().get(name)
                    + " and would come back. Take it out of breakwater.feeds.sources first.");
        }
        transaction.executeWithoutResult(status -> {
            removal.begin(name);
            audit.record("removed", "feed", name, name, row, null);
        });
        if (removal.some(name, FeedRemoval.SOME)) {
            removal.goOn(name);
        }
        return named(name);
    }

    private Optional<FeedRow> named(String name) {
        return list().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private static String refusal(Outcome one) {
        return one.name() + " was not taken. " + one.reason();
    }

    private static void requireName(Brought file) {
        if (!NAME.matcher(file.name()).matches()) {
            throw new InvalidRequest("file", file.name(), "a name of letters, digits, dots, hyphens and underscores");
        }
    }

    private List<Outcome> taken(Brought file) {
        try (WorkFolder work = WorkFolder.make()) {
            Path copy = work.path().resolve(file.name());
            try (InputStream content = file.content().open()) {
                Files.copy(content, copy);
            }
            return isBundle(copy)
                    ? bundle(file.name(), copy, work.path().resolve("opened.bundle"))
                    : List.of(imports.take(new FileContent(FeedFile.of(copy).name(), file.name(), "", "", null, copy)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBundle(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return FeedBundle.isBundle(content.readNBytes(HEAD));
        }
    }

    /** All feeds of a bundle: signing does not make old ones new. */
    private List<Outcome> bundle(String name, Path file, Path opened) throws IOException {
        Instant made;
        try (InputStream content = Files.newInputStream(file)) {
            made = FeedBundle.open(content, trust(), opened).created();
        } catch (BundleRefused e) {
            throw new InvalidRequest(
                    "file",
                    name,
                    "a bundle that a key of breakwater.feeds.trusted-keys signed"
                            + (properties.trustedKeys().isEmpty() ? ", which names none" : "") + "; " + e.getMessage());
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (FeedFile feed : FeedFolder.open(opened).files()) {
            outcomes.add(imports.take(new FileContent(feed.name(), name, "", "", made, feed.path())));
        }
        return outcomes;
    }

    private Trust trust() throws IOException {
        Set<String> fingerprints = new HashSet<>();
        for (String told : properties.trustedKeys()) {
            fingerprints.addAll(Trust.of(told).fingerprints());
        }
        return new Trust(fingerprints);
    }
}
