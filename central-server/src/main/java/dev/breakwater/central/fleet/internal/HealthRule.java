package dev.breakwater.central.fleet.internal;

import dev.breakwater.central.fleet.ClusterHealth;
import dev.breakwater.central.fleet.ClusterHealth.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * From what is on record to the word and its reason. The worst that applies is told.
 *
 * @param silentAfter without a word for this long, a sensor is silent
 * @param certificateLife sensors renew when a third of it is left; a quarter left means that renewal fails
 */
record HealthRule(Duration silentAfter, Duration certificateLife) {

    private static final int EXPIRING_PART = 4;

    ClusterHealth of(ClusterFacts cluster, Instant now) {
        if (cluster.revokedAt() != null) {
            return new ClusterHealth(Word.REVOKED, "cut off since " + shown(cluster.revokedAt()));
        }
        if (cluster.lastContactAt() == null) {
            return new ClusterHealth(
                    Word.NEVER_CONNECTED,
                    cluster.certificateExpiresAt() == null
                            ? "no sensor has enrolled yet"
                            : "enrolled, but never connected");
        }
        if (now.isAfter(cluster.lastContactAt().plus(silentAfter))) {
            if (isReadOnce(cluster)) {
                List<String> reasons = new ArrayList<>(List.of(
                        "a folder, read once at " + shown(cluster.syncedAt()) + "; nothing has watched it since"));
                reasons.addAll(degradations(cluster));
                return new ClusterHealth(Word.READ_ONCE, String.join("; ", reasons));
            }
            boolean expired = cluster.certificateExpiresAt() != null && !now.isBefore(cluster.certificateExpiresAt());
            return new ClusterHealth(
                    Word.SILENT,
                    "silent since " + shown(cluster.lastContactAt())
                            + (expired ? "; its certificate expired at " + shown(cluster.certificateExpiresAt()) : "")
                            + (cluster.syncedAt() == null ? "; it was never read completely" : ""));
        }
        if (isSyncing(cluster)) {
            return new ClusterHealth(
                    Word.SYNCING,
                    cluster.syncedAt() == null
                            ? "being read for the first time; what is shown is provisional"
                            : "being read anew, last complete at " + shown(cluster.syncedAt()));
        }
        List<String> degradations = degradations(cluster);
        if (!degradations.isEmpty()) {
            return new ClusterHealth(Word.DEGRADED, String.join("; ", degradations));
        }
        if (expiresSoon(cluster, now)) {
            return new ClusterHealth(
                    Word.CERTIFICATE_EXPIRES,
                    "certificate expires at " + shown(cluster.certificateExpiresAt()) + " and was not renewed in time");
        }
        return new ClusterHealth(Word.HEALTHY, "");
    }

    /** A run of {@code --once} ends so; a sensor that still watches a folder has its stream open. */
    private static boolean isReadOnce(ClusterFacts cluster) {
        return cluster.source().equals("FOLDER") && !cluster.connected() && !isSyncing(cluster);
    }

    private static boolean isSyncing(ClusterFacts cluster) {
        return cluster.syncedAt() == null
                || cluster.syncStartedAt() != null && cluster.syncStartedAt().isAfter(cluster.syncedAt());
    }

    private static List<String> degradations(ClusterFacts cluster) {
        List<String> found = new ArrayList<>();
        if (cluster.spoolOverflowed()) {
            found.add("the sensor's spool overflowed: changes were lost until the next resync");
        }
        if (!cluster.unseen().isEmpty()) {
            found.add("cannot read " + String.join(", ", cluster.unseen()));
        }
        if (cluster.problems() > 0) {
            found.add(cluster.problems() + (cluster.problems() == 1 ? " place" : " places") + " could not be read");
        }
        return found;
    }

    /** With less than this left, a certificate was not renewed in time. */
    Duration expiringLeft() {
        return certificateLife.dividedBy(EXPIRING_PART);
    }

    /** Whether the certificate of a sensor that watches was not renewed in time; it may be over by now. */
    boolean isOverdue(ClusterFacts cluster, Instant now) {
        return !isReadOnce(cluster) && expiresSoon(cluster, now);
    }

    private boolean expiresSoon(ClusterFacts cluster, Instant now) {
        Instant end = cluster.certificateExpiresAt();
        return end != null && now.isAfter(end.minus(expiringLeft()));
    }

    private static Instant shown(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
