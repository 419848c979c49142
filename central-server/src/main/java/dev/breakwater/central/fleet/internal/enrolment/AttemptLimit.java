package dev.breakwater.central.fleet.internal.enrolment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limits attempts in a minute, of each peer and of all together. In memory: a guesser with 256 bits to guess gains nothing
 * from a second replica; the limit protects the machine.
 */
final class AttemptLimit {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MAX_PEERS = 100_000;
    private static final String ALL = "";

    private final int perPeer;
    private final int overall;
    private final Cache<String, AtomicInteger> attempts;

    AttemptLimit(int perPeer, int overall, Ticker ticker) {
        this.perPeer = perPeer;
        this.overall = overall;
        this.attempts = Caffeine.newBuilder()
                .expireAfterWrite(WINDOW)
                .maximumSize(MAX_PEERS)
                .ticker(ticker)
                .build();
    }

    /** Counts an attempt and says whether it may be made. One peer that is over its limit does not use up the others'. */
    boolean admits(String peer) {
        return count("peer " + peer) <= perPeer && count(ALL) <= overall;
    }

    private int count(String key) {
        return attempts.get(key, k -> new AtomicInteger()).incrementAndGet();
    }
}
