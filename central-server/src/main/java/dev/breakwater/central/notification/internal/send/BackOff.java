package dev.breakwater.central.notification.internal.send;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a try that failed: twice as long each time, up to the longest, and of that a part by chance, so that
 * what failed together is not tried together.
 *
 * @param first after the first try
 * @param longest at most
 */
record BackOff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /**
     * @param failed how many tries have failed, from 1
     * @return between half and all of the time that doubling makes
     */
    Duration after(int failed, RandomGenerator chance) {
        long doubled = first.toMillis() << Math.min(failed - 1, MOST_DOUBLINGS);
        long bounded = doubled <= 0 ? longest.toMillis() : Math.min(doubled, longest.toMillis());
        long half = Math.max(1, bounded / 2);
        return Duration.ofMillis(bounded - half + chance.nextLong(half + 1));
    }
}
