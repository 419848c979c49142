package dev.breakwater.feeds;

import dev.breakwater.engine.vulnerability.Advisory;
import dev.breakwater.engine.vulnerability.ExploitSignals;

/** Takes what a feed says, entry by entry, so that no feed has to be held whole. */
public interface FeedSink {

    /** An advisory. Each id comes once from a feed, also where the publisher speaks of it in several places. */
    void advisory(Advisory advisory);

    /** An estimate of the Exploit Prediction Scoring System. */
    default void epss(String cve, ExploitSignals.Epss estimate) {}

    /** An entry of the catalogue of known exploited vulnerabilities. */
    default void exploited(String cve, ExploitSignals.KnownExploited entry) {}

    /** That the feed speaks of an ecosystem; whether it is complete for it is told when all is read ({@link Feed#complete()}). */
    default void speaksFor(String ecosystem) {}
}
