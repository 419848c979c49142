package dev.breakwater.central.vulnerabilities;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed: what one publisher says.
 *
 * @param format how it is written, such as {@code OSV}
 * @param source an address, or the name of the file that somebody brought
 * @param refusedSource where the last file came from, if it was not taken and another is in use; empty = there is none such
 * @param entries advisories, scores or exploited vulnerabilities that are in use
 * @param unreadable entries of the last file that could not be read
 * @param problems the first of them
 * @param reason why it is not OK or what else is to be known of it, empty = nothing
 * @param ecosystems of which it speaks, with how many of its advisories do, and whether it is complete for them
 * @param newestAt of its newest entry, {@code null} = none is dated
 * @param asOf of when its entries are, {@code null} = none were ever taken
 * @param ageSeconds since then
 * @param checkedAt the last attempt
 */
public record FeedRow(
        String name,
        String format,
        String source,
        String refusedSource,
        State state,
        String reason,
        int entries,
        int unreadable,
        List<String> problems,
        List<SpokenFor> ecosystems,
        @Nullable Instant newestAt,
        @Nullable Instant asOf,
        @Nullable Long ageSeconds,
        Instant checkedAt) {

    /** Whether what a feed says can be relied on. */
    public enum State {
        OK,
        /** What is in use is older than it may be: that nothing is found says nothing. */
        STALE,
        /** The last file was refused; what was there before is in use. */
        REFUSED,
        /** The last file could not be had or read; what was there before is in use. */
        FAILED,
        /** An administrator removes it: it covers nothing any more, and its entries go. */
        REMOVING
    }

    /**
     * An ecosystem and how many advisories speak of it.
     *
     * @param complete whether the feed has all that there are, so that what it does not name counts as clean; single advisories do
     *     not say that there are no others
     * @param familyAdvisories how many advisories of the feed speak of the ecosystem's family, {@code Debian} of {@code Debian:12}
     * @param usual of the family there usually are more than so many, 0 = nobody says
     * @param small whether it is complete by its own count, but far smaller than usual: what other scanners claim counts there
     */
    public record SpokenFor(
            String ecosystem, int advisories, boolean complete, int familyAdvisories, int usual, boolean small) {}
}
