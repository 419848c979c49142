package dev.breakwater.ui.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.breakwater.central.images.ImageContentsFixture;
import dev.breakwater.central.images.ScannedContent;
import dev.breakwater.central.images.ScannedImages;
import dev.breakwater.engine.image.FoundFile;
import dev.breakwater.ui.ConsoleBrowser;
import dev.breakwater.ui.ConsoleFixture;
import dev.breakwater.ui.ConsoleTest;
import dev.breakwater.ui.VulnerableConsole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * No page has a serious barrier for people who hear it, see it badly or use no mouse; in both colours, with rows. A new page
 * is among them as soon as it is one of the {@link Places}.
 */
@ConsoleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BarriersIT {

    private static final String SCANNED = "sha256:" + "b".repeat(64);

    @Autowired
    ScannedImages scans;

    @Autowired
    VulnerableConsole vulnerable;

    @LocalServerPort
    int port;

    @Autowired
    ConsoleFixture fixture;

    private ConsoleBrowser browser;

    @BeforeAll
    void open() {
        browser = new ConsoleBrowser();
        vulnerable.find();
        scans.store(ScannedContent.of(
                ImageContentsFixture.of(SCANNED)
                        .deb("openssl", "3.0.11-1~deb12u2")
                        .secret("private-key", "srv/key.pem")
                        .file(FoundFile.Kind.SETUID, "usr/bin/su")
                        .unread("lib/broken.jar", "the archive ends too early")
                        .build(),
                "central",
                "breakwater 1",
                Instant.now()));
    }

    @AfterAll
    void close() {
        browser.close();
    }

    /** Each place, and a detail of each kind. */
    private List<String> paths() {
        String workload = ConsoleFixture.workload("svc-1").toString();
        return Stream.concat(
                        Places.all().stream().map(Places.Place::path),
                        Stream.of(
                                "violations/by-policy",
                                "violations/by-workload",
                                "violations?sel=" + fixture.violation("svc-1"),
                                "violations/" + fixture.violation("svc-1"),
                                "violations/by-policy?sel=" + fixture.policyOf(fixture.violation("svc-1")),
                                "violations/by-workload?sel=" + workload,
                                "policies?sel=" + fixture.policyOf(fixture.violation("svc-1")),
                                "policies/new?step=rules",
                                "policies/new?from=" + fixture.policyOf(fixture.violation("svc-1")) + "&step=rules",
                                "policies/" + fixture.policyOf(fixture.violation("svc-1")) + "/edit?step=basics",
                                "policies/" + fixture.policyOf(fixture.violation("svc-1")) + "/edit?step=when",
                                "policies/" + fixture.policyOf(fixture.violation("svc-1")) + "/edit?step=scope",
                                "policies/" + fixture.policyOf(fixture.violation("svc-1")) + "/edit?step=actions",
                                "policies/" + fixture.policyOf(fixture.violation("svc-1")) + "/edit?step=preview",
                                "compliance?control=4.4.3",
                                "compliance?control=4.2.3",
                                "risk/" + workload,
                                "inventory/workloads?sel=" + workload,
                                "inventory/images?q=name:none",
                                "vulnerabilities/findings",
                                "vulnerabilities/cve/" + VulnerableConsole.FIXABLE,
                                "inventory/images/" + VulnerableConsole.DIGEST + "?tab=vulnerabilities",
                                "inventory/images/" + SCANNED,
                                "inventory/images/" + SCANNED + "?tab=packages",
                                "inventory/images/" + SCANNED + "?tab=layers",
                                "inventory/images/" + SCANNED + "?tab=configuration",
                                "inventory/images/" + SCANNED + "?tab=files",
                                "clusters/of/" + fixture.cluster()))
                .toList();
    }

    /** In the dark only the contrast can differ. */
    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noPageHasASeriousOne(ColorScheme scheme) {
        List<String> rules = scheme == ColorScheme.DARK ? List.of("color-contrast") : List.of();
        Page page = browser.page(scheme);
        List<String> findings = new ArrayList<>();
        page.navigate(url("sign-in"));
        findings.addAll(ConsoleBrowser.barriers(page, "sign-in", rules));
        ConsoleBrowser.signIn(page, fixture.password());
        assertThat(page.locator("#page-title")).isVisible();
        for (String path : paths()) {
            page.navigate(url(path));
            assertThat(page.locator("#page-title")).isVisible();
            if (path.contains("sel=")) {
                assertThat(page.locator(".bw-detail")).isVisible();
            }
            findings.addAll(ConsoleBrowser.barriers(page, path, rules));
        }
        assertThat(findings).isEmpty();
    }

    private String url(String path) {
        return "http://localhost:" + port + "/" + path;
    }
}
