package dev.breakwater.central.images.internal.watch;

import dev.breakwater.central.images.Registry.ScannedBy;
import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.central.images.internal.registry.RegistryAccesses;
import dev.breakwater.central.images.internal.scan.WatchedImages;
import dev.breakwater.scanner.RegistryAccess;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at the repositories of what runs and of what is watched, now and then. */
@Component
class RegistryWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryWatch.class);
    private static final int NEWEST_SCANNED = 3;
    private static final int LONGEST = 1_000;

    private final RepositoryTable table;
    private final RegistryAccesses accesses;
    private final WatchedImages watched;
    private final ImagesProperties properties;
    private final Clock clock;

    RegistryWatch(
            RepositoryTable table,
            RegistryAccesses accesses,
            WatchedImages watched,
            ImagesProperties properties,
            Clock clock) {
        this.table = table;
        this.accesses = accesses;
        this.watched = watched;
        this.properties = properties;
        this.clock = clock;
    }

    /** Looks at all that are due; returns how many. */
    int lookAtAll() {
        Instant now = clock.instant();
        table.refresh(now);
        int looked = 0;
        Optional<RepositoryTable.Repository> next = claim();
        while (next.isPresent() && !Thread.currentThread().isInterrupted()) {
            look(next.get());
            looked++;
            next = claim();
        }
        return looked;
    }

    private Optional<RepositoryTable.Repository> claim() {
        Instant now = clock.instant();
        Duration every = properties.watch();
        return table.claim(now, now.plus(every));
    }

    private void look(RepositoryTable.Repository of) {
        RegistryAccesses.Way way = accesses.to(of.registry());
        if (way.access().isEmpty() || way.scannedBy() != ScannedBy.CENTRAL) {
            table.failed(of, "The registry " + of.registry() + " is not asked by central.", clock.instant());
            return;
        }
        RegistryAccess access = way.access().get();
        try {
            RepositoryLook.Seen seen = RepositoryLook.look(access, of.repository(), table.running(of), table.known(of));
            table.seen(of, seen, clock.instant());
            table.toScan(of)
                    .forEach((pattern, tags) ->
                            newest(pattern, tags).forEach(tag -> watched.queue(of.registry(), of.repository(), tag)));
        } catch (IOException e) {
            String error = String.valueOf(e.getMessage());
            table.failed(of, error.length() <= LONGEST ? error : error.substring(0, LONGEST), clock.instant());
            LOG.info("repository cannot be read: repository={}/{} reason={}", of.registry(), of.repository(), error);
        }
    }

    private static List<String> newest(String pattern, List<String> tags) {
        Pattern wanted = Pattern.compile(
                Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        return tags.stream()
                .filter(tag -> wanted.matcher(tag).matches())
                .map(TagSeries::of)
                .sorted(Comparator.reverseOrder())
                .limit(NEWEST_SCANNED)
                .map(TagSeries::tag)
                .toList();
    }
}
