package dev.breakwater.central.fleet.internal.link;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.breakwater.central.fleet.internal.LinkProperties;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * How many clusters are read anew at a time on this replica. All sensors come back together after a restart of central;
 * without this they would take every connection of the database. A place is held from welcome to synced, and given away
 * when nothing comes on it for a while.
 */
@Component
class ResyncAdmission {

    private static final Duration WAITING = Duration.ofMinutes(2);
    private static final long SHORTEST_MILLIS = 2_000;
    private static final long LONGEST_MILLIS = 120_000;
    private static final long MILLIS_PER_WAITING = 2_000;

    private final int places;
    private final long idleNanos;
    private final Map<SensorStream, Long> progress = new HashMap<>();
    private final Cache<UUID, Boolean> waiting =
            Caffeine.newBuilder().expireAfterWrite(WAITING).maximumSize(100_000).build();

    ResyncAdmission(LinkProperties properties) {
        this.places = properties.maxResyncs();
        this.idleNanos = properties.resyncIdle().toNanos();
    }

    /** Takes a place if there is one. */
    synchronized boolean enter(SensorStream stream) {
        long now = System.nanoTime();
        progress.values().removeIf(last -> now - last > idleNanos);
        if (progress.size() >= places) {
            waiting.put(stream.clusterId(), true);
            return false;
        }
        waiting.invalidate(stream.clusterId());
        progress.put(stream, now);
        return true;
    }

    /** Something came on the stream. */
    synchronized void progressed(SensorStream stream) {
        progress.replace(stream, System.nanoTime());
    }

    synchronized void leave(SensorStream stream) {
        progress.remove(stream);
    }

    /** When one that was not admitted may ask again: later, the more there are, and never all at once. */
    long retryAfterMillis() {
        long spread = Math.min(LONGEST_MILLIS, MILLIS_PER_WAITING * (1 + waiting.estimatedSize()));
        return SHORTEST_MILLIS + ThreadLocalRandom.current().nextLong(spread);
    }
}
