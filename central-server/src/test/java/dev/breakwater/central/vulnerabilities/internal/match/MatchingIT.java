package dev.breakwater.central.vulnerabilities.internal.match;

import static dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture.advisory;
import static dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture.feed;
import static dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture.feedAsOf;
import static dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture.signals;
import static dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture.signalsAsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.images.ImageContentsFixture;
import dev.breakwater.central.images.KnownFindings;
import dev.breakwater.central.images.ScannedContent;
import dev.breakwater.central.images.ScannedImages;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.testing.ClusterObjects;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.central.vulnerabilities.FeedRow;
import dev.breakwater.central.vulnerabilities.Vulnerabilities;
import dev.breakwater.central.vulnerabilities.VulnerabilityDetails;
import dev.breakwater.central.vulnerabilities.VulnerabilityRow;
import dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture;
import dev.breakwater.central.vulnerabilities.internal.feed.FeedImport;
import dev.breakwater.central.vulnerabilities.internal.list.Recount;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Vulnerability;
import dev.breakwater.engine.vulnerability.ExploitSignals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From what publishers say and what is installed to what is found, whichever comes first. */
class MatchingIT {

    private static final String ONE = "sha256:" + "a1".repeat(32);
    private static final String OTHER = "sha256:" + "b2".repeat(32);

    private final JudgingCentral central = JudgingCentral.quietWithVulnerabilities();

    @AfterEach
    void close() {
        central.close();
    }

    @Test
    void aPackageIsUnknownUntilAFeedSpeaksForItAndThenHasWhatTheFeedSays() {
        scan(ONE, image -> image.deb("openssl", "3.0.11-1"));
        assertThat(known("openssl")).isInstanceOf(Observed.Unknown.class);

        settle();
        assertThat(known("openssl"))
                .isEqualTo(Observed.unknown(
                        UnknownReason.NOT_COLLECTED, "No feed that is loaded is complete for packages of this kind."));

        take("debian", advisory("CVE-2026-0001").in("Debian:12", "curl", "9"));
        assertThat(known("openssl")).isEqualTo(Observed.known(List.of()));

        take(
                "debian",
                advisory("CVE-2026-0001").in("Debian:12", "curl", "9"),
                advisory("CVE-2026-0002").in("Debian:12", "openssl", "3.0.12-1"));
        Vulnerability found = found("openssl").getFirst();
        assertThat(found.id()).isEqualTo("CVE-2026-0002");
        assertThat(found.severity()).isEqualTo(Severity.HIGH);
        assertThat(found.fixedBy()).isEqualTo("3.0.12-1");
        assertThat(found.context().knownExploited()).isNull();
    }

    @Test
    void anAdvisoryThatSomebodyBroughtIsFoundAndMakesNothingElseClean() {
        scan(ONE, image -> image.deb("openssl", "3.0.11-1").deb("curl", "8"));
        central.bean(FeedImport.class)
                .take(AdvisoryFixture.single(
                        "brought", advisory("CVE-2026-0002").in("Debian:12", "openssl", "3.0.12-1")));
        settle();

        assertThat(found("openssl")).extracting(Vulnerability::id).containsExactly("CVE-2026-0002");
        assertThat(known("curl"))
                .isEqualTo(Observed.unknown(
                        UnknownReason.NOT_COLLECTED, "No feed that is loaded is complete for packages of this kind."));

        take("debian", advisory("CVE-2026-0001").in("Debian:12", "bash", "9"));
        assertThat(known("curl")).as("now all that there are is known").isEqualTo(Observed.known(List.of()));
    }

    @Test
    void aPackageThatComesAfterTheAdvisoryHasItTooAndAFixedOneHasNot() {
        take("debian", advisory("CVE-2026-0002").in("Debian:12", "openssl", "3.0.12-1"));
        scan(ONE, image -> image.deb("openssl", "3.0.11-1"));
        scan(OTHER, image -> image.deb("openssl", "3.0.12-1"));
        settle();
        assertThat(central.jdbc()
                        .sql("select p.version from package_findings f join packages p on p.id = f.package_id")
                        .query(String.class)
                        .list())
                .containsExactly("3.0.11-1");
    }

    @Test
    void whatTheFeedTakesBackIsFoundNoMoreAndTheHistorySaysWhy() {
        scan(ONE, image -> image.deb("openssl", "3.0.11-1").deb("curl", "7"));
        take(
                "debian",
                advisory("CVE-2026-0001").in("Debian:12", "curl", "9"),
                advisory("CVE-2026-0002").in("Debian:12", "openssl", "3.0.12-1"));
        take("debian", advisory("CVE-2026-0001").in("Debian:12", "curl", "8"));
        assertThat(known("openssl")).isEqualTo(Observed.known(List.of()));
        assertThat(found("curl").getFirst().fixedBy()).isEqualTo("8");
        assertThat(central.jdbc()
                        .sql("select change || ' ' || cause from finding_changes order by id")
                        .query(String.class)
                        .list())
                .contains("DISAPPEARED the feed withdrew an advisory: CVE-2026-0002")
                .contains("CHANGED an advisory changed: CVE-2026-0001");
    }

    @Test
    void theHistorySaysThatAFeedCameAndThatAnAdvisoryWasWithdrawnWithTheSeverityThatItHad() {
        run("shop", ONE, image -> image.deb("openssl", "3.0.11-1").npm("minimist", "1.2.0"));
        take("debian", advisory("CVE-2026-0002").severity(Severity.MEDIUM).in("Debian:12", "openssl", "3.0.12-1"));
        take("npm", advisory("CVE-2026-0009").severity(Severity.HIGH).in("npm", "minimist", "1.2.6"));
        central.clock().advance(Duration.ofMinutes(1));
        take(
                "debian",
                advisory("CVE-2026-0002")
                        .severity(Severity.MEDIUM)
                        .withdrawn(central.clock().instant())
                        .in("Debian:12", "openssl", "3.0.12-1"));

        assertThat(central.bean(VulnerabilityDetails.class).changesOf(ONE, AccessScope.EVERYTHING))
                .extracting(one -> one.change() + " " + one.cause() + " " + one.vulnerability() + " " + one.severity()
                        + " " + one.detail())
                .containsExactlyInAnyOrder(
                        "APPEARED FEED CVE-2026-0002 MEDIUM the feed debian came: CVE-2026-0002",
                        "APPEARED FEED CVE-2026-0009 HIGH the feed npm came: CVE-2026-0009",
                        "DISAPPEARED WITHDRAWN CVE-2026-0002 MEDIUM its publisher withdrew an advisory: CVE-2026-0002");
    }

    @Test
    void whoSpeaksOfWhatIsFoundAndDoesNotDecideIsOutranked() {
        scan(ONE, image -> image.deb("openssl", "3.0.11-1"));
        take("debian", advisory("DSA-1").alias("CVE-2026-0002").in("Debian:12", "openssl", "3.0.12-1"));
        take(
                "other",
                advisory("DSA-2").alias("CVE-2026-0002").in("Debian:12", "openssl", "3.0.13-1"),
                advisory("DSA-3").alias("CVE-2026-0002").in("Debian:12", "nobody-has-it", "1"));

        assertThat(central.bean(VulnerabilityDetails.class)
                        .get("CVE-2026-0002", AccessScope.EVERYTHING)
                        .opinions())
                .extracting(one -> one.advisory() + " " + one.decides() + " " + one.outranked())
                .hasSize(3)
                .contains("DSA-3 0 0")
                .anyMatch(one -> one.endsWith(" 1 0"))
                .anyMatch(one -> one.endsWith(" 0 1"));
    }

    @Test
    void whatIsFoundInANewPackageIsNoChange() {
        take("debian", advisory("CVE-2026-0002").in("Debian:12", "openssl", "3.0.12-1"));
        run("shop", ONE, image -> image.deb("openssl", "3.0.11-1"));
        assertThat(central.bean(VulnerabilityDetails.class).changesOf(ONE, AccessScope.EVERYTHING))
                .isEmpty();
    }

    @Test
    void namesOfOneVulnerabilityAreOneEvenWhenThatIsLearnedLate() {
        scan(ONE, image -> image.npm("minimist", "1.2.0"));
        take("ghsa", advisory("GHSA-aaaa").in("npm", "minimist", "1.2.6"));
        assertThat(found("minimist")).extracting(Vulnerability::id).containsExactly("GHSA-aaaa");
        take("other", advisory("CVE-2026-0009").in("npm", "minimist", "1.2.6"));
        assertThat(found("minimist")).hasSize(2);
        take("ghsa", advisory("GHSA-aaaa").alias("CVE-2026-0009").in("npm", "minimist", "1.2.6"));
        assertThat(found("minimist")).extracting(Vulnerability::id).containsExactly("CVE-2026-0009");
        assertThat(rows("cve:GHSA-aaaa")).extracting(VulnerabilityRow::id).containsExactly("CVE-2026-0009");
    }

    @Test
    void anErratumSpeaksOfEachThatItMends() {
        scan(ONE, image -> image.deb("openssl", "3.0.11-1"));
        take(
                "debian",
                advisory("DSA-1").mending("CVE-2026-0001", "CVE-2026-0002").in("Debian:12", "openssl", "3.0.12-1"));
        assertThat(found("openssl"))
                .extracting(Vulnerability::id)
                .containsExactlyInAnyOrder("CVE-2026-0001", "CVE-2026-0002");
    }

    @Test
    void onlyWorkloadsThatHaveItBecomeDue() {
        run("shop", ONE, image -> image.deb("openssl", "3.0.11-1"));
        run("pay", OTHER, image -> image.deb("zlib1g", "1.3"));
        take("debian", advisory("CVE-2026-0001").in("Debian:12", "curl", "9"));
        central.jdbc().sql("delete from judgement_due").update();
        take(
                "debian",
                advisory("CVE-2026-0001").in("Debian:12", "curl", "9"),
                advisory("CVE-2026-0002").in("Debian:12", "openssl", "3.0.12-1"));
        assertThat(central.jdbc()
                        .sql(
                                "select w.name || ': ' || d.cause from judgement_due d join workloads w on w.id = d.workload_id")
                        .query(String.class)
                        .list())
                .containsExactly("shop: a new advisory: CVE-2026-0002");
    }

    @Test
    void whatIsExploitedIsToldOfWithoutMatchingAgain() {
        run("shop", ONE, image -> image.deb("openssl", "3.0.11-1"));
        take("debian", advisory("CVE-2026-0002").in("Debian:12", "openssl", "3.0.12-1"));
        central.jdbc().sql("delete from judgement_due").update();
        central.bean(FeedImport.class)
                .take(signals(
                        "kev",
                        new ExploitSignals(
                                Map.of(),
                                Map.of(
                                        "CVE-2026-0002",
                                        new ExploitSignals.KnownExploited(
                                                LocalDate.parse("2026-05-20"), null, true, "Update.")))));
        settle();
        assertThat(found("openssl").getFirst().context().knownExploited()).isTrue();
        assertThat(rows("kev:yes").getFirst().knownExploitedSince()).isEqualTo("2026-05-20");
        assertThat(central.jdbc()
                        .sql("select cause from judgement_due")
                        .query(String.class)
                        .list())
                .containsExactly("it is known to be exploited");
    }

    @Test
    void whatIsExploitedIsWhatAnyCatalogueListsAndEachCatalogueReplacesItsOwnOnly() {
        run("shop", ONE, image -> image.deb("openssl", "3.0.11-1").deb("curl", "7"));
        take(
                "debian",
                advisory("CVE-2026-0001").in("Debian:12", "curl", "9"),
                advisory("CVE-2026-0002").in("Debian:12", "openssl", "3.0.12-1"));

        exploited("kev", "CVE-2026-0001", "2026-05-20");
        exploited("kev-mine", "CVE-2026-0002", "2026-05-21");
        assertThat(rows("kev:yes"))
                .extracting(VulnerabilityRow::id)
                .containsExactlyInAnyOrder("CVE-2026-0001", "CVE-2026-0002");

        central.jdbc().sql("delete from judgement_due").update();
        exploited("kev-mine", "CVE-2026-0002", "2026-05-21");
        assertThat(central.jdbc()
                        .sql("select count(*) from judgement_due")
                        .query(Integer.class)
                        .single())
                .as("nothing changed in what all of them say")
                .isZero();

        exploited("kev-mine", "CVE-2026-0001", "2026-05-01");
        assertThat(rows("kev:yes"))
                .as("what it lists no more is listed by nobody")
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.id()).isEqualTo("CVE-2026-0001");
                    assertThat(row.knownExploitedSince())
                            .as("whoever knew first")
                            .isEqualTo("2026-05-01");
                });
        assertThat(central.jdbc()
                        .sql("select name || ' ' || entries from feeds where format = 'KEV' order by name")
                        .query(String.class)
                        .list())
                .containsExactly("kev 1", "kev-mine 1");
    }

    @Test
    void ofSeveralEstimatesThatOfTheNewestFeedCounts() {
        run("shop", ONE, image -> image.deb("openssl", "3.0.11-1").deb("curl", "7"));
        take(
                "debian",
                advisory("CVE-2026-0001").in("Debian:12", "curl", "9"),
                advisory("CVE-2026-0002").in("Debian:12", "openssl", "3.0.12-1"));
        Instant now = central.clock().instant();

        estimated("epss", now.minus(Duration.ofDays(1)), Map.of("CVE-2026-0001", 0.1, "CVE-2026-0002", 0.2));
        estimated("epss-old", now.minus(Duration.ofDays(2)), Map.of("CVE-2026-0001", 0.9));
        assertThat(epss()).containsExactly("CVE-2026-0001 0.1", "CVE-2026-0002 0.2");

        estimated("epss-old", now, Map.of("CVE-2026-0001", 0.8));
        assertThat(epss()).containsExactly("CVE-2026-0001 0.8", "CVE-2026-0002 0.2");
    }

    private void exploited(String feed, String cve, String since) {
        central.bean(FeedImport.class)
                .take(signals(
                        feed,
                        new ExploitSignals(
                                Map.of(),
                                Map.of(
                                        cve,
                                        new ExploitSignals.KnownExploited(
                                                LocalDate.parse(since), null, false, "Update.")))));
        settle();
    }

    private void estimated(String feed, Instant asOf, Map<String, Double> estimates) {
        Map<String, ExploitSignals.Epss> scores = estimates.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> new ExploitSignals.Epss(one.getValue(), one.getValue())));
        central.bean(FeedImport.class).take(signalsAsOf(feed, asOf, new ExploitSignals(scores, Map.of())));
        settle();
    }

    private List<String> epss() {
        return central.jdbc()
                .sql("select name || ' ' || epss from vulnerabilities order by name")
                .query(String.class)
                .list();
    }

    @Test
    void countsWhatRunsAndFollowsIt() {
        run("shop", ONE, image -> image.deb("openssl", "3.0.11-1"));
        scan(OTHER, image -> image.deb("openssl", "3.0.11-1"));
        take("debian", advisory("CVE-2026-0002").in("Debian:12", "openssl", "3.0.12-1"));
        VulnerabilityRow row = rows("running:yes fixable:yes severity:>=high").getFirst();
        assertThat(row.images()).isEqualTo(2);
        assertThat(row.runningImages()).isEqualTo(1);
        assertThat(row.workloads()).isEqualTo(1);
        central.remove(ClusterObjects.deployment("apps", "shop", "registry.example.com/shop@" + ONE, false));
        settle();
        assertThat(rows("running:yes")).isEmpty();
        assertThat(rows(""))
                .singleElement()
                .satisfies(left -> assertThat(left.workloads()).isZero());
    }

    @Test
    void aFeedThatShrankIsRefusedAndWhatWasThereStays() {
        AdvisoryFixture[] many = IntStream.range(0, 30)
                .mapToObj(i -> advisory("CVE-2026-1" + i).in("Debian:12", "p" + i, "2"))
                .toArray(AdvisoryFixture[]::new);
        take("debian", many);
        FeedImport.Outcome outcome = central.bean(FeedImport.class).take(feed("debian", Arrays.copyOf(many, 20)));
        assertThat(outcome.state()).isEqualTo(FeedRow.State.REFUSED);
        assertThat(outcome.reason()).isEqualTo("It shrank from 30 entries to 20; at least 80 % have to be left.");
        assertThat(central.jdbc()
                        .sql("select count(*) from advisories")
                        .query(Integer.class)
                        .single())
                .isEqualTo(30);
    }

    @Test
    void thatNothingIsFoundSaysNothingOnceTheFeedIsOld() {
        scan(ONE, image -> image.deb("openssl", "3.0.11-1").deb("curl", "7"));
        take("debian", advisory("CVE-2026-0001").in("Debian:12", "curl", "9"));
        central.clock().advance(Duration.ofDays(8));
        central.bean(FeedImport.class).markStale();
        settle();
        assertThat(known("openssl"))
                .isEqualTo(Observed.unknown(UnknownReason.STALE, "The feeds that speak for this package are too old."));
        assertThat(found("curl")).hasSize(1);
        take("debian", advisory("CVE-2026-0001").in("Debian:12", "curl", "9"));
        assertThat(known("openssl")).isEqualTo(Observed.known(List.of()));
    }

    @Test
    void aFeedThatArrivesTooOldHasWorkloadsJudgedAnewOnceAndNotWithEachImport() {
        AdvisoryFixture curl = advisory("CVE-2026-0001").in("Debian:12", "curl", "9");
        run("web", ONE, image -> image.deb("openssl", "3.0.11-1"));
        take("debian", curl);
        assertThat(known("openssl")).isEqualTo(Observed.known(List.of()));
        Instant asOf = central.clock().instant();
        central.clock().advance(Duration.ofDays(8));

        // What was found to be clean by a feed that was fresh is unknown by one that is old.
        assertThat(stale(asOf, curl)).isEqualTo(1);
        settle();
        assertThat(known("openssl").isKnown()).isFalse();

        assertThat(stale(asOf, curl)).isZero();
    }

    /** How many packages are looked at again when an old feed is taken. */
    private int stale(Instant asOf, AdvisoryFixture advisory) {
        assertThat(central.bean(FeedImport.class)
                        .take(feedAsOf("debian", asOf, advisory))
                        .state())
                .isEqualTo(FeedRow.State.STALE);
        return central.jdbc()
                .sql("select count(*) from package_due")
                .query(Integer.class)
                .single();
    }

    private List<VulnerabilityRow> rows(String q) {
        return central.bean(Vulnerabilities.class)
                .list(ListRequest.first(q), AccessScope.EVERYTHING)
                .items();
    }

    private void run(String name, String digest, UnaryOperator<ImageContentsFixture> image) {
        central.send(ClusterObjects.deployment("apps", name, "registry.example.com/" + name + "@" + digest, false));
        scan(digest, image);
        settle();
    }

    private void scan(String digest, UnaryOperator<ImageContentsFixture> image) {
        central.bean(ScannedImages.class)
                .store(ScannedContent.of(
                        image.apply(ImageContentsFixture.of(digest)).build(),
                        "central",
                        "test",
                        central.clock().instant()));
    }

    private void take(String feed, AdvisoryFixture... advisories) {
        assertThat(central.bean(FeedImport.class).take(feed(feed, advisories)).state())
                .isEqualTo(FeedRow.State.OK);
        settle();
    }

    @Test
    void onePackageThatCannotBeMatchedIsSetAsideAndStaysUnknownWhileTheOthersAreMatched() {
        take("debian", advisory("CVE-2026-0002").in("Debian:12", "openssl", "3.0.12-1"));
        scan(ONE, image -> image.deb("curl", "7").deb("openssl", "3.0.11-1"));
        central.jdbc()
                .sql("update packages set type = 'WRITTEN_BY_A_LATER_VERSION' where name = 'curl'")
                .update();

        MatchingWorker worker = central.bean(MatchingWorker.class);
        while (worker.match() > 0) {}

        assertThat(found("openssl")).extracting(Vulnerability::id).containsExactly("CVE-2026-0002");
        assertThat(central.jdbc()
                        .sql("select p.name || ' ' || d.failures || ' ' || d.last_error from package_due d"
                                + " join packages p on p.id = d.package_id")
                        .query(String.class)
                        .single())
                .startsWith("curl 1 ")
                .contains("WRITTEN_BY_A_LATER_VERSION");

        central.jdbc()
                .sql("update packages set type = 'DEB' where name = 'curl'")
                .update();
        settle();
        assertThat(known("curl")).isInstanceOf(Observed.Unknown.class);
        central.clock().advance(Duration.ofMinutes(6));
        settle();
        assertThat(known("curl")).isEqualTo(Observed.known(List.of()));
    }

    private void settle() {
        Matching matching = central.bean(Matching.class);
        Recount recount = central.bean(Recount.class);
        int left;
        do {
            left = matching.some() + recount.some();
        } while (left > 0);
    }

    private Observed<List<Vulnerability>> known(String name) {
        int id = central.jdbc()
                .sql("select id from packages where name = ?")
                .param(name)
                .query(Integer.class)
                .single();
        return central.bean(KnownFindings.class).ofPackages(List.of(id)).get(id);
    }

    private List<Vulnerability> found(String name) {
        return known(name).toOptional().orElseThrow();
    }
}
