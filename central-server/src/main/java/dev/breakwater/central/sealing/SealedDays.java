package dev.breakwater.central.sealing;

import dev.breakwater.seal.DayChain;
import dev.breakwater.seal.Manifest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The chain of days. A day is closed some minutes after its end (UTC) and never changed again; what is told outside names the
 * last one, so that who keeps a report can tell later whether the chain is still the one that was.
 */
public interface SealedDays {

    /** How a day stands. */
    enum State {
        /** It follows from the day before, and the audit log is what it was. */
        SOUND,
        /** It was changed, or what it hashes was. */
        CHANGED,
        /** Nobody can tell: some of the audit log is no longer kept. */
        UNKNOWN
    }

    /**
     * What is found of a day that is not sound.
     *
     * @param detail in words
     */
    record Finding(LocalDate day, State state, String detail) {}

    /**
     * What is found of the chain.
     *
     * @param state the worst of its days; {@code UNKNOWN} is no pass
     * @param days how many there are
     * @param sound how many are sound
     * @param findings those that are not, the oldest first, at most 100
     */
    record Verification(
            State state, int days, int sound, List<Finding> findings, Manifest.Head head, Instant verifiedAt) {

        public Verification {
            findings = List.copyOf(findings);
        }
    }

    /** The last day that is closed. */
    Manifest.Head head();

    /** All of it, the oldest day first, as {@code bwctl report verify-days} takes it. */
    DayChain chain();

    /** Looks at each day, and at the audit log that it hashes. For administrators; reads all of the log. */
    Verification verify();
}
