package dev.breakwater.central.fleet.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.fleet.ClusterHealth.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HealthRuleTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final HealthRule rule = new HealthRule(Duration.ofSeconds(90), Duration.ofDays(90));

    @Test
    void isHealthyWhenReadCompletelyAndHeardOfLately() {
        assertWord(facts(), Word.HEALTHY, "");
    }

    @Test
    void tellsSinceWhenAClusterIsSilent() {
        assertWord(facts().lastContact(ago(91)), Word.SILENT, "silent since 2026-11-24T09:58:29Z");
        assertWord(facts().lastContact(ago(90)), Word.HEALTHY, "");
        assertWord(
                facts().lastContact(ago(3600)).certificateEnd(ago(60)),
                Word.SILENT,
                "silent since 2026-11-24T09:00:00Z; its certificate expired at 2026-11-24T09:59:00Z");
    }

    @Test
    void isSyncingUntilTheLatestStartIsFollowedByAnEnd() {
        assertWord(
                facts().syncs(ago(10), null),
                Word.SYNCING,
                "being read for the first time; what is shown is provisional");
        assertWord(
                facts().syncs(ago(10), ago(100)),
                Word.SYNCING,
                "being read anew, last complete at 2026-11-24T09:58:20Z");
    }

    @Test
    void tellsEveryReasonOfADegradation() {
        assertWord(
                facts().degraded(true, List.of("POD (FORBIDDEN)", "SECRET (FAILED)"), 1),
                Word.DEGRADED,
                "the sensor's spool overflowed: changes were lost until the next resync; "
                        + "cannot read POD (FORBIDDEN), SECRET (FAILED); 1 place could not be read");
    }

    @Test
    void warnsWhenACertificateWasNotRenewedInTime() {
        assertWord(
                facts().certificateEnd(NOW.plus(Duration.ofDays(22))),
                Word.CERTIFICATE_EXPIRES,
                "certificate expires at 2026-12-16T10:00:00Z and was not renewed in time");
        assertWord(facts().certificateEnd(NOW.plus(Duration.ofDays(29))), Word.HEALTHY, "");
    }

    @Test
    void putsRevocationAboveAllElse() {
        assertWord(
                facts().lastContact(ago(3600)).revoked(ago(1800)), Word.REVOKED, "cut off since 2026-11-24T09:30:00Z");
    }

    @Test
    void tellsNeverEnrolledFromNeverConnected() {
        assertWord(facts().lastContact(null).certificateEnd(null), Word.NEVER_CONNECTED, "no sensor has enrolled yet");
        assertWord(facts().lastContact(null), Word.NEVER_CONNECTED, "enrolled, but never connected");
    }

    @Test
    void aFolderThatWasReadOnceIsNotSilent() {
        String once = "a folder, read once at " + facts().build().syncedAt() + "; nothing has watched it since";
        assertWord(facts().lastContact(ago(91)).folder(false), Word.READ_ONCE, once);
        assertWord(
                facts().lastContact(ago(91)).folder(false).degraded(false, List.of(), 5),
                Word.READ_ONCE,
                once + "; 5 places could not be read");
        assertThat(rule.of(facts().lastContact(ago(91)).folder(true).build(), NOW)
                        .word())
                .isEqualTo(Word.SILENT);
    }

    private void assertWord(Facts facts, Word word, String reason) {
        var health = rule.of(facts.build(), NOW);
        assertThat(health.word()).isEqualTo(word);
        assertThat(health.reason()).isEqualTo(reason);
    }

    private static Instant ago(long seconds) {
        return NOW.minusSeconds(seconds);
    }

    private static Facts facts() {
        return new Facts();
    }

    private static final class Facts {
        private String source = "LIVE";
        private boolean connected = true;

        private @Nullable Instant lastContact = ago(5);
        private @Nullable Instant syncStarted = ago(1000);
        private @Nullable Instant synced = ago(900);
        private @Nullable Instant certificateEnd = NOW.plus(Duration.ofDays(60));
        private @Nullable Instant revoked;
        private boolean overflowed;
        private List<String> unseen = List.of();
        private long problems;

        Facts lastContact(@Nullable Instant at) {
            lastContact = at;
            return this;
        }

        Facts syncs(@Nullable Instant started, @Nullable Instant ended) {
            syncStarted = started;
            synced = ended;
            return this;
        }

        Facts certificateEnd(@Nullable Instant at) {
            certificateEnd = at;
            return this;
        }

        Facts revoked(Instant at) {
            revoked = at;
            return this;
        }

        Facts degraded(boolean spool, List<String> kinds, long count) {
            overflowed = spool;
            unseen = kinds;
            problems = count;
            return this;
        }

        Facts folder(boolean stillConnected) {
            source = "FOLDER";
            connected = stillConnected;
            return this;
        }

        ClusterFacts build() {
            return new ClusterFacts(
                    UUID.randomUUID(),
                    "shop",
                    "",
                    source,
                    "1.33",
                    "0.1.0",
                    connected,
                    lastContact,
                    syncStarted,
                    synced,
                    overflowed,
                    certificateEnd,
                    revoked,
                    ago(10_000),
                    "admin",
                    0,
                    unseen,
                    problems);
        }
    }
}
