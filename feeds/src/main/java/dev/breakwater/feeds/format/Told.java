package dev.breakwater.feeds.format;

import dev.breakwater.engine.vulnerability.Advisory;
import dev.breakwater.feeds.FeedSink;
import java.time.Instant;

/** Where a format tells its entries: besides what the sink takes, what is counted. */
public interface Told extends FeedSink {

    /**
     * A part of an advisory of which other parts may follow, under the same id: publishers that write package by package
     * speak of one vulnerability in many places. What they affect is put together before it is passed on.
     */
    void part(Advisory part);

    /** An entry that tells of no vulnerability, such as an update that mends ordinary bugs. */
    void noVulnerability();

    /** As of when the whole document was written, where it says so. */
    void asOf(Instant instant);

    /** An entry that could not be read; the document goes on. */
    void malformed(String entry, String reason);

    /** Whether an advisory of a package by that name would be of use: else making it can be spared. */
    default boolean wants(String ecosystem, String packageName) {
        return true;
    }

    /** Whether only some packages are wanted: then what speaks of none of them can be left out. */
    default boolean isSelective() {
        return false;
    }

    @Override
    void advisory(Advisory advisory);
}
