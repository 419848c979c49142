package dev.breakwater.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people come for, from the page to the cluster and back: a real browser, central, and a sensor of its own process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleJourneysIT {

    private final Product product = Product.running();
    private Chromium chromium;

    @BeforeAll
    void open() {
        chromium = new Chromium(product.url());
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void aViolationIsFoundMendedAsSuggestedAndResolved() {
        TestCluster cluster = TestCluster.added(product, "journey");
        cluster.write("namespace.yaml", Manifests.namespace("shop"));
        cluster.write("web.yaml", web(true));
        try (SensorRun sensor = cluster.watching()) {
            Page page = chromium.open(
                    ColorScheme.LIGHT, "violations?q=cluster:journey+policy:%22Privileged+container%22+state:open");
            Locator found = page.locator("vaadin-grid-cell-content .bw-object:visible")
                    .filter(new Locator.FilterOptions().setHasText("web"));
            untilThere(page, found);
            found.first().click();
            Locator detail = page.locator(".bw-detail");
            assertThat(detail.locator("h2")).containsText("privileged");
            assertThat(detail.locator(".bw-yaml-hit").first()).containsText("privileged: true");
            detail.getByText("Copy patch").click();
            assertThat(detail.getByText("Copied")).isVisible();
            String patch = Chromium.clipboard(page);
            assertThat(patch).contains("-").containsPattern("\\+\\s*privileged: false");

            cluster.write("web.yaml", web(!patch.contains("privileged: false")));

            assertThat(page.locator(".bw-new-rows")).containsText("1 gone");
            page.reload();
            assertThat(detail.locator(".bw-detail-bar")).containsText("resolved");
            detail.locator("vaadin-tab", new Locator.LocatorOptions().setHasText("History"))
                    .click();
            assertThat(detail).containsText("privileged of main from true to false");
        }
    }

    @Test
    void aClusterIsAddedAndItsPageFollowsTheFirstSync() {
        Page page = chromium.open(ColorScheme.LIGHT, "clusters");
        page.getByText("Add cluster").first().click();
        page.getByLabel("Name").fill("Not A Name");
        page.getByText("Create token").click();
        assertThat(page.getByText(Pattern.compile("^Allowed: "))).isVisible();
        page.getByLabel("Name").fill("added-by-hand");
        page.getByText("Create token").click();

        page.getByLabel("Copy: Enrolment token").click();
        assertThat(page.getByLabel("Copy: Enrolment token")).containsText("Copied");
        String token = Chromium.clipboard(page);
        assertThat(token).startsWith("bwe_");
        for (String way : new String[] {"Helm", "kubectl", "Argo CD", "Folder of manifests"}) {
            page.locator("vaadin-tab", new Page.LocatorOptions().setHasText(way))
                    .click();
            Locator command = page.locator("vaadin-tabsheet .bw-copy:visible").last();
            assertThat(command.locator("pre"))
                    .containsText(way.equals("kubectl") ? "deploy/sensor.yaml" : "added-by-hand");
            command.locator("vaadin-button").click();
            assertThat(command.locator("vaadin-button")).containsText("Copied");
            assertThat(Chromium.clipboard(page)).doesNotContain(token);
        }
        Locator steps = page.locator(".bw-steps li");
        assertThat(steps.first()).hasAttribute("aria-current", "step");

        TestCluster cluster = TestCluster.known(product, "added-by-hand", token);
        cluster.write("namespace.yaml", Manifests.namespace("shop"));
        cluster.write("web.yaml", web(true));
        try (SensorRun sensor = cluster.watching()) {
            for (int step = 0; step < 4; step++) {
                assertThat(steps.nth(step)).hasClass(Pattern.compile("bw-step-done"));
            }
            assertThat(steps.nth(2)).containsText("2 objects");
            page.getByText("Go to cluster added-by-hand").click();
            assertThat(page.locator("h1")).hasText("added-by-hand");
            assertThat(page.locator(".bw-head")).containsText("healthy");
        }
    }

    /** Rows that come later are announced and shown by a click; the list does not move by itself. */
    private static void untilThere(Page page, Locator row) {
        Locator announced = page.locator(".bw-new-rows vaadin-button, .bw-empty");
        while (row.count() == 0) {
            announced.first().waitFor();
            page.reload();
            page.locator("#page-title").waitFor();
            page.locator("vaadin-grid:visible, .bw-empty").first().waitFor();
        }
    }

    private static String web(boolean privileged) {
        return Manifests.deployment("shop", "web", "registry.example.com/web:1.4", privileged);
    }
}
