package dev.breakwater.central.reporting.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How reports are made and brought away: {@code breakwater.reports.*}.
 *
 * @param workers how many reports this replica makes, and how many it sends, side by side, 0 = none (others do)
 * @param poll how often to look for what is due, at most a minute
 * @param lease when a report counts as in nobody's hands again, if whoever makes it says nothing of it; it is said four times as
 *     often
 * @param longest the most that making a report may take
 * @param tries after so many a report, or a way out, is given up
 * @param firstPause after the first try that failed; twice as long after each one more
 * @param longestPause between two tries
 * @param largestFile the most that one file may hold
 * @param paperLetters the most letters on paper of what stands above a list, such as the evidence of controls
 * @param paperRows the most rows of a list on paper; a spreadsheet has all of them
 * @param evidenceRows the most objects that the evidence of a report of compliance names; beyond, it says how many there are
 */
@ConfigurationProperties("breakwater.reports")
public record ReportProperties(
        @DefaultValue("2") int workers,
        @DefaultValue("5s") Duration poll,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("30m") Duration longest,
        @DefaultValue("5") int tries,
        @DefaultValue("30s") Duration firstPause,
        @DefaultValue("30m") Duration longestPause,
        @DefaultValue("100MB") DataSize largestFile,
        @DefaultValue("2000000") int paperLetters,
        @DefaultValue("2000") int paperRows,
        @DefaultValue("100000") int evidenceRows) {

    public ReportProperties {
        require(workers >= 0 && workers <= 16, "workers", workers, "0 to 16");
        require(poll.isPositive() && poll.toSeconds() <= 60, "poll", poll, "more than 0, at most 60s");
        require(lease.toSeconds() >= 4, "lease", lease, "4s or more");
        require(longest.isPositive(), "longest", longest, "more than 0");
        require(tries >= 1 && tries <= 100, "tries", tries, "1 to 100");
        require(firstPause.isPositive(), "first-pause", firstPause, "more than 0");
        require(longestPause.compareTo(firstPause) >= 0, "longest-pause", longestPause, "the first pause or longer");
        require(
                largestFile.toBytes() > 0 && largestFile.toGigabytes() <= 2,
                "largest-file",
                largestFile,
                "more than 0, at most 2GB");
        require(paperLetters >= 1 && paperLetters <= 100_000_000, "paper-letters", paperLetters, "1 to 100000000");
        require(paperRows >= 1 && paperRows <= 100_000, "paper-rows", paperRows, "1 to 100000");
        require(evidenceRows >= 1 && evidenceRows <= 5_000_000, "evidence-rows", evidenceRows, "1 to 5000000");
    }

    private static void require(boolean holds, String name, Object value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "breakwater.reports." + name + " is '" + value + "'; allowed: " + allowed);
        }
    }
}
