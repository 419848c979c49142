package dev.breakwater.central.reporting.internal.job;

import dev.breakwater.central.reporting.internal.ReportProperties;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after a try that failed: twice as long each time, up to the longest, half of it by chance. */
final class Pauses {

    private static final int MOST_DOUBLINGS = 20;

    private Pauses() {}

    /** @param failed how many tries have failed, from 1 */
    static Duration after(int failed, ReportProperties properties) {
        long doubled = properties.firstPause().toMillis() << Math.min(failed - 1, MOST_DOUBLINGS);
        long bounded = Math.min(
                doubled <= 0 ? Long.MAX_VALUE : doubled,
                properties.longestPause().toMillis());
        long half = Math.max(1, bounded / 2);
        return Duration.ofMillis(bounded - half + RandomGenerator.getDefault().nextLong(half + 1));
    }
}
