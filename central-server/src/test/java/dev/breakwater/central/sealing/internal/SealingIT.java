package dev.breakwater.central.sealing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.sealing.SealedDays;
import dev.breakwater.central.sealing.SealedDays.State;
import dev.breakwater.central.sealing.Sealing;
import dev.breakwater.central.sealing.SigningKey;
import dev.breakwater.central.sealing.SigningKeys;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.seal.Day;
import dev.breakwater.seal.Digests;
import dev.breakwater.seal.Manifest;
import dev.breakwater.seal.Trust;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys, manifests and days on a real database, with the clock in the hands of the test. */
class SealingIT {

    private final JudgingCentral central = JudgingCentral.quiet(context -> {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "sealing", Map.of("breakwater.master-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")));
        context.register(Wiring.class);
    });
    private final SigningKeys keys = central.bean(SigningKeys.class);
    private final Sealing sealing = central.bean(Sealing.class);
    private final SealedDays days = central.bean(SealedDays.class);
    private final DayCloser closer = central.bean(DayCloser.class);

    @AfterEach
    void close() {
        central.close();
    }

    @Test
    void makesOneKeyWhenItIsFirstNeededAndKeepsItEncrypted() {
        SigningKey key = keys.current();
        assertThat(keys.current()).isEqualTo(key);
        assertThat(key.fingerprint()).matches("SHA256:[A-Za-z0-9+/]{43}");
        assertThat(key.publicKey()).startsWith("-----BEGIN PUBLIC KEY-----");
        byte[] kept = central.jdbc()
                .sql("select encrypted_key from signing_keys")
                .query(byte[].class)
                .single();
        // Version, nonce, 48 bytes of PKCS #8 and a tag.
        assertThat(kept).hasSize(1 + 12 + 48 + 16);
    }

    @Test
    void sealsWithTheNewKeyAfterARotationAndKeepsTheOldOneVerifiable() throws Exception {
        Sealing.Sealed before = seal("first");
        SigningKey old = keys.current();
        SigningKey fresh = keys.rotate("  left with a laptop ");
        Sealing.Sealed after = seal("second");

        assertThat(fresh.fingerprint()).isNotEqualTo(old.fingerprint());
        assertThat(fresh.reason()).isEqualTo("left with a laptop");
        assertThat(keys.all())
                .extracting(SigningKey::fingerprint)
                .containsExactly(fresh.fingerprint(), old.fingerprint());
        assertThat(keys.all().getLast().retiredAt()).isNotNull();
        assertThat(central.jdbc()
                        .sql("select count(*) from signing_keys where encrypted_key is not null")
                        .query(Long.class)
                        .single())
                .isOne();
        before.seal().require(Manifest.TYPE, before.manifest(), new Trust(Set.of(old.fingerprint())));
        after.seal().require(Manifest.TYPE, after.manifest(), new Trust(Set.of(fresh.fingerprint())));
        assertThat(central.jdbc()
                        .sql("select count(*) from audit_log where action = 'rotated' and object_id = ?")
                        .param(fresh.fingerprint())
                        .query(Long.class)
                        .single())
                .isOne();
        assertThatThrownBy(() -> keys.rotate(" ")).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void hashesEachDayWithTheOneBeforeAndNamesTheHeadInWhatIsSealed() throws Exception {
        Manifest.Head first = days.head();
        byte[] sealed = seal("of today").manifest();
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.UTF_8)).contains(first.hash());
        note("something was done");
        central.clock().advance(Duration.ofDays(3));
        closer.closeWhatEnded();

        List<Day> all = days.chain().days();
        assertThat(all).hasSize(4);
        assertThat(all.get(1).reports()).containsExactly(Digests.sha256(sealed));
        assertThat(all.get(1).audit().entries()).isOne();
        assertThat(all.get(2).reports()).isEmpty();
        days.chain().require(trust(), first.hash());
        assertThat(days.head().hash()).isEqualTo(all.getLast().hash());
        assertThat(days.verify().state()).isEqualTo(State.SOUND);
        assertThat(days.verify().sound()).isEqualTo(4);
        closer.closeWhatEnded();
        assertThat(days.chain().days()).hasSize(4);
    }

    @Test
    void waitsUntilWhatBeganBeforeMidnightIsWritten() {
        days.head();
        Instant midnight = DayCloser.start(LocalDate.parse(days.head().day()).plusDays(2));
        central.clock().advance(Duration.between(central.clock().instant(), midnight));
        closer.closeWhatEnded();
        assertThat(days.chain().days()).hasSize(1);
        central.clock().advance(DayCloser.GRACE);
        closer.closeWhatEnded();
        assertThat(days.chain().days()).hasSize(2);
    }

    @Test
    void staysVerifiableOverARotation() throws Exception {
        days.head();
        keys.rotate("yearly");
        central.clock().advance(Duration.ofDays(2));
        closer.closeWhatEnded();
        assertThat(days.chain().days().stream().map(day -> day.seal().keyId()).distinct())
                .hasSize(2);
        days.chain().require(trust(), null);
        assertThat(days.verify().state()).isEqualTo(State.SOUND);
    }

    @Test
    void seesAChangedAndARemovedEntryOfTheAuditLog() {
        days.head();
        note("one");
        note("two");
        central.clock().advance(Duration.ofDays(2));
        closer.closeWhatEnded();
        central.jdbc()
                .sql("update audit_log set actor = 'somebody else' where object_name = 'one'")
                .update();
        assertThat(days.verify().state()).isEqualTo(State.CHANGED);
        assertThat(days.verify().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).contains("say something else"));
        central.jdbc().sql("delete from audit_log where object_name = 'two'").update();
        assertThat(days.verify().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).contains("had 2 entries of this day and has 1"));
    }

    @Test
    void saysThatItDoesNotKnowWhereRetentionDeletedTheLog() {
        days.head();
        note("one");
        central.clock().advance(Duration.ofDays(2));
        note("later");
        closer.closeWhatEnded();
        central.jdbc().sql("delete from audit_log where object_name = 'one'").update();
        assertThat(days.verify().state()).isEqualTo(State.UNKNOWN);
        assertThat(days.verify().sound()).isEqualTo(days.verify().days() - 1);
    }

    @Test
    void changesAndRemovesNoDay() {
        days.head();
        assertThatThrownBy(() ->
                        central.jdbc().sql("update sealed_days set hash = 'x'").update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> central.jdbc().sql("delete from sealed_days").update())
                .hasMessageContaining("never changed");
        assertThatCode(() -> days.chain().require(trust(), null)).doesNotThrowAnyException();
    }

    private Trust trust() {
        return new Trust(keys.all().stream().map(SigningKey::fingerprint).collect(Collectors.toSet()));
    }

    private void note(String what) {
        new TransactionTemplate(central.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status ->
                        central.bean(Audit.class).record("did", "test", "1", what, null, Map.of("said", what)));
    }

    private Sealing.Sealed seal(String name) {
        return sealing.seal(new Sealing.Wanted(
                new Manifest.Report("job", null, name, "COMPLIANCE", "everything"),
                central.clock().instant(),
                new TreeMap<>(Map.of("breakwater", "test")),
                List.of(),
                List.of(Manifest.Part.of("report.csv", new byte[] {1, 2, 3}))));
    }

    @ComponentScan(
            basePackages = "dev.breakwater.central.sealing",
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*|.*(Test|IT)(\\$.*)?"))
    @ComponentScan(
            basePackages = {"dev.breakwater.central.fleet.internal", "dev.breakwater.central.audit.internal"},
            useDefaultFilters = false,
            includeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.(AuthorityConfiguration|AuthorityStore|JdbcAuditDigests)"))
    static class Wiring {}
}
