package dev.breakwater.feeds.fetch;

import java.time.Duration;

/**
 * @param bytes the longest body
 * @param connect until a connection stands
 * @param whole for one feed, redirects included
 */
public record FetchLimits(long bytes, Duration connect, Duration whole) {

    /** The largest feed that we know of has 1 GB. */
    public static final FetchLimits DEFAULT = new FetchLimits(4L << 30, Duration.ofSeconds(20), Duration.ofMinutes(20));
}
