package dev.breakwater.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A report from its definition to its file, in a browser. */
@ConsoleTest
class ReportsPageIT {

    @LocalServerPort
    int port;

    @Autowired
    ConsoleFixture fixture;

    @Test
    void definesLooksMakesAndDownloads() {
        try (ConsoleBrowser browser = new ConsoleBrowser()) {
            Page page = browser.page(ColorScheme.LIGHT);
            page.navigate("http://localhost:" + port + "/reports?standard=nist-800-190");
            ConsoleBrowser.signIn(page, ConsoleFixture.PASSWORD);
            Locator dialog = page.locator("vaadin-dialog[opened]");
            assertThat(dialog).containsText("every Monday at 07:30 (UTC)");
            keep(page, "editor-light");

            dialog.getByText("Preview").click();
            assertThat(page.frameLocator("iframe").locator("h1")).containsText("800-190");
            keep(page, "preview-light");
            page.getByText("Close", new Page.GetByTextOptions().setExact(true)).click();
            dialog.getByText("Define the report").click();

            page.getByText("Run now").first().click();
            Locator file = page.locator("a.bw-tag")
                    .filter(new Locator.FilterOptions().setHasText("PDF,"))
                    .first();
            assertThat(file).isVisible();
            keep(page, "light");
            Path saved = page.waitForDownload(() -> file.click()).path();
            org.assertj.core.api.Assertions.assertThat(saved).isNotEmptyFile();
            org.assertj.core.api.Assertions.assertThat(ConsoleBrowser.barriers(page, "reports", List.of()))
                    .isEmpty();

            page.locator("a.bw-link.bw-name").first().click();
            assertThat(page.locator("#page-title")).containsText("800-190");
            assertThat(page.locator(".bw-page")).containsText("bwctl report verify nist-sp-800-190");
            assertThat(page.locator(".bw-page")).containsText("the present key");
            assertThat(page.locator("a.bw-tag").filter(new Locator.FilterOptions().setHasText("all, signed")))
                    .isVisible();
            String job = page.url();
            keep(page, "job-light");
            org.assertj.core.api.Assertions.assertThat(ConsoleBrowser.barriers(page, "a report", List.of()))
                    .isEmpty();
            page.getByText("Reports that were made").first().click();
            assertThat(page.locator("vaadin-grid a.bw-link").first()).containsText("800-190");
            keep(page, "history-light");

            Page dark = browser.page(ColorScheme.DARK);
            dark.navigate("http://localhost:" + port + "/reports");
            ConsoleBrowser.signIn(dark, ConsoleFixture.PASSWORD);
            assertThat(dark.locator("a.bw-tag").first()).isVisible();
            keep(dark, "dark");
            dark.navigate(job);
            assertThat(dark.locator("a.bw-tag").first()).isVisible();
            keep(dark, "job-dark");
            Page phone = browser.phone();
            phone.navigate("http://localhost:" + port + "/reports");
            ConsoleBrowser.signIn(phone, ConsoleFixture.PASSWORD);
            assertThat(phone.locator("a.bw-tag").first()).isVisible();
            keep(phone, "390");
            phone.navigate(job);
            assertThat(phone.locator("a.bw-tag").first()).isVisible();
            keep(phone, "job-390");
        }
    }

    @Test
    void sendsToTargetsThatAreChosenAndSaysWhatIsWrongAtTheField() throws Exception {
        target("""
            {"name":"auditors","kind":"EMAIL","enabled":true,"email":{"host":"mail.example.com","port":587,"tls":"STARTTLS",
             "username":"","from":"bw@example.com","to":["ops@example.com"]}}
            """);
        try (ConsoleBrowser browser = new ConsoleBrowser()) {
            Page page = browser.page(ColorScheme.LIGHT);
            page.navigate("http://localhost:" + port + "/reports?standard=nist-800-190");
            ConsoleBrowser.signIn(page, ConsoleFixture.PASSWORD);
            Locator dialog = page.locator("vaadin-dialog[opened]");
            dialog.getByLabel("Name").first().fill("To the auditors");
            Locator cron =
                    dialog.locator("vaadin-text-field").filter(new Locator.FilterOptions().setHasText("Schedule"));
            cron.locator("input").fill("30 25 * * *");
            assertThat(cron).containsText("five fields");
            cron.locator("input").fill("15 6 1 * *");
            assertThat(dialog.locator(".bw-schedule-words")).containsText("on day 1 of the month at 06:15 (");
            assertThat(dialog.locator(".bw-schedule-words li")).hasCount(3);

            dialog.getByText("Add a target").click();
            dialog.locator(".bw-destination vaadin-select").click();
            page.locator("vaadin-select-item")
                    .filter(new Locator.FilterOptions().setHasText("auditors"))
                    .click();
            Locator to = dialog.locator(".bw-destination vaadin-text-field");
            to.locator("input").fill("lead@example.com, nobody");
            dialog.getByText("Define the report").click();
            assertThat(to).containsText("nobody is none");
            keep(page, "editor-target-light");
            to.locator("input").fill("lead@example.com");
            dialog.getByText("Define the report").click();
            assertThat(page.locator(".bw-page")).containsText("To the auditors");

            page.getByLabel("Edit To the auditors").click();
            assertThat(to.locator("input")).hasValue("lead@example.com");
            assertThat(cron.locator("input")).hasValue("15 6 1 * *");
            org.assertj.core.api.Assertions.assertThat(ConsoleBrowser.barriers(page, "the editor", List.of()))
                    .isEmpty();
        }
    }

    private void target(String json) throws Exception {
        String admin = java.util.Base64.getEncoder()
                .encodeToString(("admin:" + ConsoleFixture.PASSWORD).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/notifiers"))
                                .header("Authorization", "Basic " + admin)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        org.assertj.core.api.Assertions.assertThat(answer.statusCode())
                .as(answer.body())
                .isEqualTo(201);
    }

    /** For whoever wants to look at them: {@code -Dbreakwater.reports.keep=FOLDER}. */
    private static void keep(Page page, String name) {
        String folder = System.getProperty("breakwater.reports.keep", "");
        if (!folder.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Paths.get(folder, "page-" + name + ".png")));
        }
    }
}
