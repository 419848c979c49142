package dev.breakwater.feeds;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Of when a feed is, by the dates of its entries: the one rule, for folders, bundles and central. An entry is of when it was published or
 * changed, whichever is later. What stands before the first advisories or in the future is no date: publishers write the year 1 where
 * they know none, and one entry of the year 2099 does not make the others new.
 */
public final class FeedAge {

    /** How far ahead a publisher's clock, or its day in another zone, may be. */
    public static final Duration SKEW = Duration.ofDays(1);

    /** Nobody published advisories before. */
    private static final Instant FIRST = Instant.parse("1980-01-01T00:00:00Z");

    private final Instant last;
    private @Nullable Instant newest;

    /** @param asOf now, where the feed is read */
    FeedAge(Instant asOf) {
        this.last = asOf.plus(SKEW);
    }

    /** Takes the date of an entry, {@code null} = it has none. */
    void note(@Nullable Instant date) {
        if (date != null && isDate(date, last) && (newest == null || date.isAfter(newest))) {
            newest = date;
        }
    }

    /** The date that somebody tells, {@code null} if it is none. @param asOf now */
    static @Nullable Instant believed(@Nullable Instant told, Instant asOf) {
        return told == null || isDate(told, asOf.plus(SKEW)) ? told : null;
    }

    private static boolean isDate(Instant date, Instant last) {
        return !date.isBefore(FIRST) && !date.isAfter(last);
    }

    /** When the newest entry was published or changed, {@code null} = none says. */
    @Nullable
    Instant newest() {
        return newest;
    }

    /**
     * Of when a feed is that somebody brought: of its newest entry, however late it was fetched, packed or signed.
     *
     * @param made when it was packed, {@code null} = not known
     * @return {@code null} = nobody knows
     */
    public static @Nullable Instant of(@Nullable Instant newest, @Nullable Instant made) {
        return newest == null || made != null && made.isBefore(newest) ? made : newest;
    }
}
