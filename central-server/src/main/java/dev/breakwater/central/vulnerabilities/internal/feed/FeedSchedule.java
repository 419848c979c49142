package dev.breakwater.central.vulnerabilities.internal.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the sources on their schedule, and marks what has become too old. A replica that asks keeps the others from it. */
@Component
class FeedSchedule {

    private static final long EVERY_SECONDS = 60;

    private final FeedSources sources;
    private final FeedTable feeds;
    private final FeedImport imports;
    private final FeedRemoval removal;
    private final FeedProperties properties;
    private final Clock clock;
    private final AtomicBoolean asking = new AtomicBoolean();

    FeedSchedule(
            FeedSources sources,
            FeedTable feeds,
            FeedImport imports,
            FeedRemoval removal,
            FeedProperties properties,
            Clock clock) {
        this.sources = sources;
        this.feeds = feeds;
        this.imports = imports;
        this.removal = removal;
        this.properties = properties;
        this.clock = clock;
    }

    /** Looks whether it is time; a feed takes minutes, which nothing else that is scheduled has to wait for. */
    @Scheduled(initialDelay = EVERY_SECONDS, fixedDelay = EVERY_SECONDS, timeUnit = TimeUnit.SECONDS)
    void look() {
        imports.markStale();
        removal.goOn();
        Instant now = clock.instant();
        Duration every = properties.every();
        if (!properties.sources().isEmpty()
                && !asking.get()
                && feeds.takeTurn(now.minus(every), now)
                && asking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("feeds").start(() -> {
                try {
                    sources.ask();
                } finally {
                    asking.set(false);
                }
            });
        }
    }
}
