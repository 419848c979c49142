package dev.breakwater.sensor.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: exponential with full jitter, so that a thousand sensors that lost central at the
 * same instant do not come back at the same instant.
 */
final class Backoff {

    private final Duration first;
    private final Duration most;
    private final RandomGenerator random;
    private int failures;

    Backoff(Duration first, Duration most, RandomGenerator random) {
        this.first = first;
        this.most = most;
        this.random = random;
    }

    /** The next wait: anything up to the doubled bound, and never under a tenth of it. */
    Duration next() {
        long bound = Math.min(most.toMillis(), first.toMillis() << Math.min(failures++, 20));
        return Duration.ofMillis(random.nextLong(Math.max(1, bound / 10), bound + 1));
    }

    /** The longest wait at once, where trying soon is pointless. */
    Duration longest() {
        failures = 20;
        return next();
    }

    /** After a success. */
    void reset() {
        failures = 0;
    }

    /** A wait that somebody else asked for, with up to a fifth more. */
    Duration jittered(Duration asked) {
        long millis = Math.clamp(asked.toMillis(), 0, Duration.ofMinutes(10).toMillis());
        return Duration.ofMillis(millis + random.nextLong(millis / 5 + 1));
    }
}
