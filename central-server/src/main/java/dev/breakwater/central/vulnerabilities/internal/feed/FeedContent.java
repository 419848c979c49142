package dev.breakwater.central.vulnerabilities.internal.feed;

import dev.breakwater.engine.vulnerability.Advisory;
import dev.breakwater.engine.vulnerability.ExploitSignals;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One file or answer of a publisher, ready to be read. */
public interface FeedContent {

    /** By what the feed is known here; the same name replaces what was there. */
    String name();

    /** An address, or the name of a file. */
    String source();

    /** Of an HTTP answer, for the next conditional request; empty = none. */
    default String etag() {
        return "";
    }

    /** Of an HTTP answer, for the next conditional request; empty = none. */
    default String lastModified() {
        return "";
    }

    /**
     * Whether somebody brought it as a file. If it does not say of when it is, it is as old as its newest entry; what is fetched from its
     * publisher is as of then.
     */
    default boolean isBrought() {
        return false;
    }

    /**
     * Reads it. One entry that cannot be read is told of in the answer; the others are taken.
     *
     * @param advisories takes each advisory; never called for a feed of signals
     * @param now what an entry dates later is no date
     * @throws IOException if it cannot be read as a whole
     */
    Read read(Consumer<Advisory> advisories, Instant now) throws IOException;

    /**
     * What was read besides the advisories.
     *
     * @param format how it is written
     * @param newest when its newest entry was published or changed, {@code null} = none says
     * @param asOf of when it is by what was told beside its entries, {@code null} = nothing was
     * @param signals scores or exploited vulnerabilities, {@code null} = it is a feed of advisories
     * @param ecosystems of which it speaks even where it has no advisory of them
     * @param complete for which of them it has all advisories that there are: only there does "nothing found" say something
     * @param unreadable how many entries could not be read
     * @param problems the first of them, one sentence each
     */
    record Read(
            String format,
            @Nullable Instant newest,
            @Nullable Instant asOf,
            @Nullable ExploitSignals signals,
            List<String> ecosystems,
            List<String> complete,
            int unreadable,
            List<String> problems) {}
}
