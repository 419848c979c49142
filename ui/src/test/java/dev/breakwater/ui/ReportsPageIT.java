package dev.breakwater.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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

            Page dark = browser.page(ColorScheme.DARK);
            dark.navigate("http://localhost:" + port + "/reports");
            ConsoleBrowser.signIn(dark, ConsoleFixture.PASSWORD);
            assertThat(dark.locator("a.bw-tag").first()).isVisible();
            keep(dark, "dark");
            Page phone = browser.phone();
            phone.navigate("http://localhost:" + port + "/reports");
            ConsoleBrowser.signIn(phone, ConsoleFixture.PASSWORD);
            assertThat(phone.locator("a.bw-tag").first()).isVisible();
            keep(phone, "390");
        }
    }

    /** For whoever wants to look at them: {@code -Dbreakwater.reports.keep=FOLDER}. */
    private static void keep(Page page, String name) {
        String folder = System.getProperty("breakwater.reports.keep", "");
        if (!folder.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Paths.get(folder, "page-" + name + ".png")));
        }
    }
}
