package dev.breakwater.central.notification.internal;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are gathered and sent: {@code breakwater.notifications.*}.
 *
 * @param workers how many messages this replica sends at once, 0 = none (others do); never two to the same target
 * @param poll how often to look for what is due
 * @param gather how long the first of a group waits for others of it
 * @param interval how long a group (a policy and an owner) is not told again, and over which messages to a target are counted
 * @param most messages to one target within that time; what is more is told together in one
 * @param tries after so many a message is given up
 * @param firstPause after the first try that failed; twice as long after each one more, with chance in it
 * @param longestPause between two tries
 * @param giveUpAfter a message older than this is tried once more and then given up
 * @param timeout the most that one try takes, with all that belongs to it
 * @param lease when a message counts as in nobody's hands again, if whoever sent it says nothing of it; longer than the timeout
 * @param allowedTargets addresses of private networks or of this machine that messages may go to, as {@code 10.1.0.0/16} or
 *     {@code 10.1.2.3}; the Internet is always allowed, link-local and multicast addresses and those of a cloud's metadata
 *     never are
 * @param trustedCertificates file of certificates (PEM) that are trusted besides those of the Java runtime
 * @param watch how often clusters and certificates are looked at
 * @param listenFirst how long after its start this replica tells of no silent cluster, as sensors have to come back
 */
@ConfigurationProperties("breakwater.notifications")
public record NotificationProperties(
        @DefaultValue("4") int workers,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("10s") Duration gather,
        @DefaultValue("5m") Duration interval,
        @DefaultValue("10") int most,
        @DefaultValue("10") int tries,
        @DefaultValue("30s") Duration firstPause,
        @DefaultValue("1h") Duration longestPause,
        @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("2m") Duration lease,
        @DefaultValue({}) List<String> allowedTargets,
        @DefaultValue("") String trustedCertificates,
        @DefaultValue("15s") Duration watch,
        @DefaultValue("5m") Duration listenFirst) {

    public NotificationProperties {
        allowedTargets = List.copyOf(allowedTargets);
        require(workers >= 0 && workers <= 32, "workers", workers, "0 to 32");
        require(poll.isPositive(), "poll", poll, "more than 0");
        require(!gather.isNegative(), "gather", gather, "0 or more");
        require(interval.isPositive(), "interval", interval, "more than 0");
        require(most >= 1 && most <= 1_000, "most", most, "1 to 1000");
        require(tries >= 1 && tries <= 100, "tries", tries, "1 to 100");
        require(firstPause.isPositive(), "first-pause", firstPause, "more than 0");
        require(longestPause.compareTo(firstPause) >= 0, "longest-pause", longestPause, "the first pause or longer");
        require(giveUpAfter.isPositive(), "give-up-after", giveUpAfter, "more than 0");
        require(timeout.toSeconds() >= 1 && timeout.toMinutes() < 10, "timeout", timeout, "1s to 10m");
        require(
                lease.compareTo(timeout.plusSeconds(15)) >= 0,
                "lease",
                lease,
                "at least 15s longer than the timeout, so that nobody sends what somebody is sending");
        require(watch.isPositive(), "watch", watch, "more than 0");
        require(!listenFirst.isNegative(), "listen-first", listenFirst, "0 or more");
    }

    private static void require(boolean holds, String name, Object value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "breakwater.notifications." + name + " is '" + value + "'; allowed: " + allowed);
        }
    }
}
