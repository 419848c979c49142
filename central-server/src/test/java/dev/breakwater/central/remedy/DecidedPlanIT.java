package dev.breakwater.central.remedy;

import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture.advisory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.breakwater.central.images.ImageContentsFixture;
import dev.breakwater.central.images.ScannedContent;
import dev.breakwater.central.images.ScannedImages;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.remedy.FixPlans.Kind;
import dev.breakwater.central.remedy.FixPlans.Plan;
import dev.breakwater.central.remedy.FixPlans.Step;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture;
import dev.breakwater.central.vulnerabilities.internal.feed.FeedImport;
import dev.breakwater.engine.model.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people decided and suppliers said counts in a plan as it counts once the plan is made. */
class DecidedPlanIT {

    private static final String IMAGE = "sha256:" + "a1".repeat(32);
    private static final String REBUILT = "sha256:" + "a2".repeat(32);
    private static final String BASE = "sha256:" + "b1".repeat(32);
    private static final String NEWER = "sha256:" + "b2".repeat(32);
    private static final String ROOT = "sha256:" + "01".repeat(32);
    private static final String NEW_ROOT = "sha256:" + "02".repeat(32);
    private static final String OWN = "sha256:" + "03".repeat(32);

    private final JudgingCentral central = JudgingCentral.quietWithVulnerabilities();

    @BeforeEach
    void fill() {
        central.send(deployment("shop", "web", "registry.example.com/web@" + IMAGE, false));
        store(ImageContentsFixture.of(IMAGE).layers(List.of(ROOT, OWN)).deb("openssl", "3.0.11", ROOT));
        central.bean(FeedImport.class)
                .take(AdvisoryFixture.feed(
                        "debian",
                        advisory("CVE-2026-0001").severity(Severity.CRITICAL).in("Debian:12", "openssl", "3.0.12"),
                        // found in both versions; a supplier dismissed it for the old one
                        advisory("CVE-2026-0002").severity(Severity.HIGH).in("Debian:12", "openssl", ""),
                        // these come with the new version; a supplier dismissed two, people put one off
                        advisory("CVE-2026-0003").severity(Severity.MEDIUM).since("Debian:12", "openssl", "3.0.12"),
                        advisory("CVE-2026-0004").severity(Severity.HIGH).since("Debian:12", "openssl", "3.0.12"),
                        advisory("CVE-2026-0005").severity(Severity.LOW).since("Debian:12", "openssl", "3.0.12")));
        statement("CVE-2026-0002", "NOT_AFFECTED", "pkg:deb/debian/openssl@3.0.11");
        statement("CVE-2026-0003", "NOT_AFFECTED", "pkg:deb/debian/openssl");
        statement("CVE-2026-0005", "NOT_AFFECTED", "pkg:deb/debian/openssl");
        central.jdbc().sql("""
                        insert into exceptions (id, kind, state, vulnerability, cluster, namespace, label_key, label_value, image,
                            component, reason, justification, until_fixed, requested_by, requested_for, requested_at, decided_by,
                            decision, ended_by, end_cause)
                        values ('00000000-0000-7000-8000-0000000000e1', 'DEFERRAL', 'APPROVED', 'CVE-2026-0004', '', 'shop', '', '', '',
                            'openssl', 'later', '', false, 'ann', '{}', now(), 'bob', 'yes', '', '')
                        """).update();
        settle();
    }

    @AfterEach
    void close() {
        central.close();
    }

    @Test
    void ofAPackage() {
        Plan plan = plan();
        Step step = plan.steps().getFirst();
        assertThat(plan.before()).isCloseTo(total(), within(1e-9));
        assertThat(step.vulnerabilities()).containsExactly("CVE-2026-0001");
        assertThat(step.remaining()).isEqualTo(4);
        central.clock().advance(Duration.ofMinutes(1));
        store(ImageContentsFixture.of(IMAGE).layers(List.of(ROOT, OWN)).deb("openssl", "3.0.12", OWN));
        settle();
        assertThat(step.after()).isCloseTo(total(), within(1e-9));
    }

    @Test
    void ofABaseImage() {
        store(ImageContentsFixture.of(BASE)
                .layers(List.of(ROOT))
                .reference("registry.example.com/debian:12.1")
                .deb("openssl", "3.0.11", ROOT));
        store(ImageContentsFixture.of(NEWER)
                .layers(List.of(NEW_ROOT))
                .reference("registry.example.com/debian:12.2")
                .deb("openssl", "3.0.12", NEW_ROOT));
        // holds of the newer base itself, and of nothing that is built on it
        central.jdbc()
                .sql("update vex_statements set digest = ? where names = '{CVE-2026-0005}'")
                .param(NEWER)
                .update();
        settle();
        Step step = plan().steps().stream()
                .filter(one -> one.kind() == Kind.BASE_IMAGE)
                .findFirst()
                .orElseThrow();
        assertThat(step.before()).isCloseTo(total(), within(1e-9));
        central.clock().advance(Duration.ofMinutes(1));
        store(ImageContentsFixture.of(REBUILT).layers(List.of(NEW_ROOT, OWN)).deb("openssl", "3.0.12", NEW_ROOT));
        central.send(deployment("shop", "web", "registry.example.com/web@" + REBUILT, false));
        settle();
        assertThat(step.after()).isCloseTo(total(), within(1e-9));
    }

    private void statement(String vulnerability, String status, String purl) {
        central.jdbc()
                .sql(
                        "insert into vex_documents (id, format, author, version, source, brought_by, brought_at, statements, content)"
                                + " values (?, 'OPENVEX', 'Supplier', 1, '', 'ann', now(), 1, '')")
                .param(vulnerability)
                .update();
        central.jdbc()
                .sql(
                        "insert into vex_statements (document_id, names, status, justification, impact, action, since, product,"
                                + " subcomponent, digest, package_purl, acts) values (?, array[?], ?, '', '', '', ?::timestamptz, ?, '', '', ?, true)")
                .params(vulnerability, vulnerability, status, "2026-05-01T00:00:00Z", purl, purl)
                .update();
    }

    private void store(ImageContentsFixture image) {
        central.bean(ScannedImages.class)
                .store(ScannedContent.of(
                        image.build(), "central", "test", central.clock().instant()));
    }

    private Plan plan() {
        return central.bean(FixPlans.class).plan(PlaceFilter.EVERYWHERE, 10, AccessScope.EVERYTHING);
    }

    private void settle() {
        JudgedFleet.settle(central);
    }

    private double total() {
        return JudgedFleet.total(central);
    }
}
