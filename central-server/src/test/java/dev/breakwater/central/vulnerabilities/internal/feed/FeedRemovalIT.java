package dev.breakwater.central.vulnerabilities.internal.feed;

import static dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture.advisory;
import static dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture.feed;
import static dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture.signals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.images.ImageContentsFixture;
import dev.breakwater.central.images.KnownFindings;
import dev.breakwater.central.images.ScannedContent;
import dev.breakwater.central.images.ScannedImages;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.testing.ClusterObjects;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.central.vulnerabilities.FeedRow;
import dev.breakwater.central.vulnerabilities.FeedRow.State;
import dev.breakwater.central.vulnerabilities.Feeds;
import dev.breakwater.central.vulnerabilities.ImageChange;
import dev.breakwater.central.vulnerabilities.VulnerabilityDetails;
import dev.breakwater.central.vulnerabilities.internal.list.Recount;
import dev.breakwater.central.vulnerabilities.internal.match.Matching;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Vulnerability;
import dev.breakwater.engine.vulnerability.ExploitSignals;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A feed that was wrong, or is had from elsewhere now, goes with all that it alone said. */
class FeedRemovalIT {

    private static final String IMAGE = "sha256:" + "c3".repeat(32);

    private final JudgingCentral central = JudgingCentral.quietWithVulnerabilities();

    @BeforeEach
    void fill() {
        central.send(ClusterObjects.deployment("apps", "shop", "registry.example.com/shop@" + IMAGE, false));
        central.bean(ScannedImages.class)
                .store(ScannedContent.of(
                        ImageContentsFixture.of(IMAGE)
                                .deb("openssl", "3.0.11-1")
                                .deb("curl", "7")
                                .npm("minimist", "1.2.0")
                                .build(),
                        "central",
                        "test",
                        central.clock().instant()));
        take(feed(
                "debian",
                advisory("CVE-2026-0001").in("Debian:12", "curl", "9"),
                advisory("CVE-2026-0002").in("Debian:12", "openssl", "3.0.12-1"),
                advisory("CVE-2026-0003").in("Debian:12", "nobody-has-it", "1")));
        take(feed("npm", advisory("CVE-2026-0009").in("npm", "minimist", "1.2.6")));
    }

    @AfterEach
    void close() {
        central.close();
    }

    @Test
    void whatItAloneSaidIsFoundNoMoreAndWhatItAloneCoveredIsUnknown() {
        take(AdvisoryFixture.single("site", advisory("CVE-2026-0001").in("Debian:12", "curl", "8")));
        central.jdbc().sql("delete from judgement_due").update();

        assertThat(removed("debian")).isEmpty();
        settle();

        assertThat(feeds()).extracting(FeedRow::name).containsExactly("npm", "site");
        assertThat(known("openssl")).isInstanceOf(Observed.Unknown.class);
        assertThat(known("curl").toOptional().orElseThrow())
                .as("another feed says so, too")
                .extracting(Vulnerability::id)
                .containsExactly("CVE-2026-0001");
        assertThat(known("minimist").toOptional().orElseThrow()).hasSize(1);
        assertThat(central.jdbc()
                        .sql("select count(*) from judgement_due")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(changes()).contains("DISAPPEARED FEED CVE-2026-0002 the feed debian was removed: CVE-2026-0002");
        assertThat(central.jdbc()
                        .sql("select count(*) from audit_log where action = 'removed' and object_type = 'feed'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(central.jdbc()
                        .sql("select withdrawn from vulnerabilities where name = 'CVE-2026-0002'")
                        .query(Boolean.class)
                        .single())
                .as("its publisher stands by it")
                .isFalse();
    }

    @Test
    void aLargeOneCoversNothingFromTheFirstMomentAndGoesPieceByPiece() {
        FeedRemoval removal = central.bean(FeedRemoval.class);
        new TransactionTemplate(central.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> removal.begin("debian"));
        settle();
        assertThat(of("debian").state()).isEqualTo(State.REMOVING);
        assertThat(known("openssl").toOptional().orElseThrow())
                .as("it is there still")
                .hasSize(1);
        assertThat(central.bean(FeedImport.class)
                        .take(feed("debian", advisory("CVE-2026-0001").in("Debian:12", "curl", "9")))
                        .reason())
                .isEqualTo("It is being removed. Bring it again once it is gone.");
        central.bean(FeedImport.class).unchanged("debian");
        assertThat(of("debian").state()).isEqualTo(State.REMOVING);

        assertThat(removal.some("debian", 2)).isTrue();
        assertThat(of("debian").entries()).isEqualTo(1);
        assertThat(removal.some("debian", 2)).isFalse();
        assertThat(removal.some("debian", 2)).as("it is gone").isFalse();
        settle();

        assertThat(feeds()).extracting(FeedRow::name).containsExactly("npm");
        assertThat(known("openssl")).isInstanceOf(Observed.Unknown.class);
    }

    @Test
    void withoutACatalogueNobodyKnowsOfAnythingThatItIsNotExploited() {
        assertThat(exploited("openssl")).isNull();
        catalogue("kev", "CVE-2026-0001");
        assertThat(exploited("openssl")).isFalse();
        catalogue("kev-mine", "CVE-2026-0002");
        assertThat(exploited("openssl")).isTrue();

        removed("kev-mine");
        settle();
        assertThat(exploited("openssl")).isFalse();
        assertThat(exploited("curl")).isTrue();

        central.jdbc().sql("delete from judgement_due").update();
        removed("kev");
        settle();
        assertThat(exploited("curl")).isNull();
        assertThat(central.jdbc()
                        .sql("select count(*) from judgement_due")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void catalogue(String name, String cve) {
        take(signals(
                name,
                new ExploitSignals(
                        Map.of(),
                        Map.of(
                                cve,
                                new ExploitSignals.KnownExploited(
                                        LocalDate.parse("2026-05-20"), null, false, "Update.")))));
    }

    private Boolean exploited(String name) {
        return known(name).toOptional().orElseThrow().getFirst().context().knownExploited();
    }

    private Optional<FeedRow> removed(String name) {
        return central.bean(Feeds.class).remove(name);
    }

    private List<String> changes() {
        return central.bean(VulnerabilityDetails.class).changesOf(IMAGE, AccessScope.EVERYTHING).stream()
                .map(FeedRemovalIT::words)
                .toList();
    }

    private static String words(ImageChange one) {
        return one.change() + " " + one.cause() + " " + one.vulnerability() + " " + one.detail();
    }

    private void take(FeedContent content) {
        assertThat(central.bean(FeedImport.class).take(content).state()).isEqualTo(State.OK);
        settle();
    }

    private List<FeedRow> feeds() {
        return central.bean(Feeds.class).list();
    }

    private FeedRow of(String name) {
        return feeds().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Observed<List<Vulnerability>> known(String name) {
        int id = central.jdbc()
                .sql("select id from packages where name = ?")
                .param(name)
                .query(Integer.class)
                .single();
        return central.bean(KnownFindings.class).ofPackages(List.of(id)).get(id);
    }

    private void settle() {
        Matching matching = central.bean(Matching.class);
        Recount recount = central.bean(Recount.class);
        int left;
        do {
            left = matching.some() + recount.some();
        } while (left > 0);
    }
}
