package dev.breakwater.central.vulnerabilities.internal.exception;

import static dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture.advisory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.images.ImageContentsFixture;
import dev.breakwater.central.images.KnownFindings.Decided;
import dev.breakwater.central.images.ScannedContent;
import dev.breakwater.central.images.ScannedImages;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.testing.ClusterObjects;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.central.vulnerabilities.ExceptionPreview.Facts;
import dev.breakwater.central.vulnerabilities.ExceptionRequest;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Kind;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Place;
import dev.breakwater.central.vulnerabilities.ExceptionRow.EndCause;
import dev.breakwater.central.vulnerabilities.FindingRow;
import dev.breakwater.central.vulnerabilities.Vulnerabilities;
import dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture;
import dev.breakwater.central.vulnerabilities.internal.feed.FeedImport;
import dev.breakwater.central.vulnerabilities.internal.list.Recount;
import dev.breakwater.central.vulnerabilities.internal.match.Matching;
import dev.breakwater.engine.model.Vulnerability.State;
import dev.breakwater.engine.vulnerability.ExploitSignals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What exceptions hide, and what ends them by itself. */
class ExceptionsIT {

    private static final List<String> WORKLOADS = List.of("shop", "pay", "mail", "web");

    private final JudgingCentral central = JudgingCentral.quietWithVulnerabilities();
    private final ExceptionTable table = central.bean(ExceptionTable.class);

    @BeforeEach
    void fill() {
        for (int i = 0; i < WORKLOADS.size(); i++) {
            String name = WORKLOADS.get(i);
            String digest = "sha256:" + ("" + (i + 1)).repeat(64);
            central.send(ClusterObjects.deployment(
                    i % 2 == 0 ? "front" : "back", name, "registry.example.com/" + name + "@" + digest, false));
            central.bean(ScannedImages.class)
                    .store(ScannedContent.of(
                            ImageContentsFixture.of(digest)
                                    .deb("openssl", "3.0." + i % 3)
                                    .deb("libssl3", "3.0." + i % 3)
                                    .deb("bash", "5.2")
                                    .build(),
                            "central",
                            "test",
                            central.clock().instant()));
        }
        take(
                advisory("CVE-2026-0001")
                        .alias("GHSA-one")
                        .in("Debian:12", "openssl", "")
                        .in("Debian:12", "libssl3", ""),
                advisory("CVE-2026-0002").in("Debian:12", "bash", ""));
    }

    @AfterEach
    void close() {
        central.close();
    }

    @Test
    void whoJudgesAndWhoListsSeeTheSameStatesForRandomExceptions() {
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            central.jdbc().sql("delete from exceptions").update();
            for (int n = random.nextInt(4); n >= 0; n--) {
                approved(request(random), new Facts(false, false, false));
            }
            List<FindingRow> rows = new ArrayList<>();
            central.bean(Vulnerabilities.class).stream(
                    Vulnerabilities.View.FINDINGS,
                    "cve:CVE-2026-0001,CVE-2026-0002",
                    "",
                    AccessScope.EVERYTHING,
                    row -> rows.add((FindingRow) row));
            assertThat(rows).hasSize(12);
            Map<UUID, Decided> decided = central.bean(Decisions.class)
                    .of(rows.stream().map(row -> row.workload().id()).distinct().toList());
            for (FindingRow row : rows) {
                Decided here = decided.get(row.workload().id());
                State state = here == null
                        ? State.OBSERVED
                        : here.of(
                                content(row.digest()),
                                row.finding().packageId(),
                                row.finding().vulnerability());
                assertThat(state).as(row.toString()).isEqualTo(row.state());
            }
        }
    }

    @Test
    void whatAPreviewCountsIsWhatIsHidden() {
        Random random = new Random(11);
        for (int i = 0; i < 30; i++) {
            central.jdbc().sql("delete from exceptions").update();
            UUID id = approved(request(random), new Facts(false, false, false));
            int hidden = central.bean(Vulnerabilities.class)
                    .count(
                            Vulnerabilities.View.FINDINGS,
                            "cve:CVE-2026-0001,CVE-2026-0002 state:deferred,false-positive",
                            AccessScope.EVERYTHING);
            assertThat(hidden).isEqualTo(table.preview(id).findings());
        }
    }

    @Test
    void aFixThatAppearsEndsADeferralAndItsWorkloadsAreJudgedAnew() {
        UUID id = approved(deferral("CVE-2026-0001", Place.EVERYWHERE));
        assertThat(look()).isZero();
        take(
                advisory("CVE-2026-0001")
                        .alias("GHSA-one")
                        .in("Debian:12", "openssl", "3.0.9")
                        .in("Debian:12", "libssl3", ""),
                advisory("CVE-2026-0002").in("Debian:12", "bash", ""));
        central.jdbc().sql("delete from judgement_due").update();
        assertThat(look()).isEqualTo(1);
        assertThat(cause(id)).isEqualTo(EndCause.FIX_AVAILABLE);
        assertThat(due()).isEqualTo(4);
    }

    @Test
    void whatIsExploitedFromNowOnIsNotPutOffAnyMore() {
        UUID id = approved(deferral("GHSA-one", Place.EVERYWHERE));
        central.bean(FeedImport.class)
                .take(AdvisoryFixture.signals(
                        "kev",
                        new ExploitSignals(
                                Map.of(),
                                Map.of(
                                        "CVE-2026-0001",
                                        new ExploitSignals.KnownExploited(
                                                LocalDate.parse("2026-05-20"), null, false, "Update.")))));
        settle();
        assertThat(look()).isEqualTo(1);
        assertThat(cause(id)).isEqualTo(EndCause.EXPLOITED);
    }

    @Test
    void aWorkloadThatBecomesReachableEndsOnlyWhatCoversIt() {
        UUID covering = approved(deferral("CVE-2026-0002", new Place("", "front", "", "", "")));
        UUID elsewhere = approved(deferral("CVE-2026-0002", new Place("", "back", "", "", "")));
        assertThat(look()).isZero();
        central.send(ClusterObjects.loadBalancer("front", "front", "shop"));
        String image = "registry.example.com/shop@sha256:" + "1".repeat(64);
        central.send(ClusterObjects.labelled(
                ClusterObjects.deployment("front", "shop", image, false), Map.of("app", "shop", "version", "2")));
        assertThat(look()).isEqualTo(1);
        assertThat(cause(covering)).isEqualTo(EndCause.EXPOSED);
        assertThat(central.jdbc()
                        .sql("select state from exceptions where id = ?")
                        .param(elsewhere)
                        .query(String.class)
                        .single())
                .isEqualTo("APPROVED");
    }

    @Test
    void itsDateEndsIt() {
        UUID id = approved(deferral("CVE-2026-0002", Place.EVERYWHERE));
        central.clock().advance(Duration.ofDays(31));
        assertThat(look()).isEqualTo(1);
        assertThat(cause(id)).isEqualTo(EndCause.EXPIRED);
    }

    @Test
    void aRequestWaitsForOthersThanWhoAskedAndNoLongerThanItsEnd() {
        Place front = new Place("C1", "front", "", "", "");
        table.insert(
                UUID.randomUUID(),
                deferral("CVE-2026-0002", front),
                "ada",
                List.of("ada"),
                central.clock().instant());
        Instant now = central.clock().instant();

        assertThat(table.waiting(List.of("ada"), now)).isEmpty();
        assertThat(table.waiting(List.of("bob"), now)).isEqualTo(Map.of(front, 1));
        assertThat(table.waiting(List.of("bob"), now.plus(Duration.ofDays(31)))).isEmpty();
    }

    private ExceptionRequest deferral(String vulnerability, Place place) {
        Instant end = central.clock().instant().plus(Duration.ofDays(30));
        return new ExceptionRequest(Kind.DEFERRAL, vulnerability, place, "no way in", "", end, false);
    }

    private static ExceptionRequest request(Random random) {
        boolean deferral = random.nextBoolean();
        return new ExceptionRequest(
                deferral ? Kind.DEFERRAL : Kind.FALSE_POSITIVE,
                List.of("CVE-2026-0001", "GHSA-one", "CVE-2026-0002").get(random.nextInt(3)),
                new Place(
                        random.nextInt(3) == 0 ? "C1" : "",
                        random.nextInt(3) == 0 ? "front" : "",
                        random.nextInt(3) == 0 ? (random.nextBoolean() ? "app=pay" : "app") : "",
                        random.nextInt(3) == 0 ? "*/sh*" : "",
                        random.nextInt(3) == 0 ? "openssl" : ""),
                "why",
                deferral ? "" : "component_not_present",
                Instant.parse("2099-01-01T00:00:00Z"),
                false);
    }

    private UUID approved(ExceptionRequest request) {
        UUID id = UUID.randomUUID();
        table.insert(id, request, "ada", List.of("ada"), central.clock().instant());
        table.decide(id, "APPROVED", table.facts(id), "bob", "", central.clock().instant());
        return id;
    }

    private UUID approved(ExceptionRequest request, Facts facts) {
        UUID id = UUID.randomUUID();
        table.insert(id, request, "ada", List.of("ada"), central.clock().instant());
        table.decide(id, "APPROVED", facts, "bob", "", central.clock().instant());
        return id;
    }

    private int look() {
        return central.bean(ExceptionWatch.class).look();
    }

    private EndCause cause(UUID id) {
        return EndCause.valueOf(central.jdbc()
                .sql("select end_cause from exceptions where id = ?")
                .param(id)
                .query(String.class)
                .single());
    }

    private int content(String digest) {
        return central.jdbc()
                .sql("select id from image_contents where digest = ?")
                .param(digest)
                .query(Integer.class)
                .single();
    }

    private int due() {
        return central.jdbc()
                .sql("select count(*) from judgement_due")
                .query(Integer.class)
                .single();
    }

    private void take(AdvisoryFixture... advisories) {
        central.bean(FeedImport.class).take(AdvisoryFixture.feed("debian", advisories));
        settle();
    }

    private void settle() {
        int left;
        do {
            left = central.bean(Matching.class).some()
                    + central.bean(Recount.class).some();
        } while (left > 0);
    }
}
