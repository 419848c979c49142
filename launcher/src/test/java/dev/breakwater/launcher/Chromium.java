package dev.breakwater.launcher;

import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser of this machine, signed in to a running product. */
final class Chromium implements AutoCloseable {

    private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");

    /** The sensor and the judge have their part in what a page waits for. */
    private static final double PATIENCE_MILLIS = 40_000;

    private final Playwright playwright;
    private final Browser browser;
    private final String url;

    Chromium(String url) {
        if (!Files.isExecutable(EXECUTABLE)) {
            fail("Chromium is missing at " + EXECUTABLE + "; .ci/run installs it (apt-get install chromium)");
        }
        this.url = url;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    /** Opens a page of the console, through its sign-in. */
    Page open(ColorScheme scheme, String path) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                // A proxy before the product has a certificate of its own making.
                .setIgnoreHTTPSErrors(true)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(1440, 900)
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.navigate(url + "/coverage");
        page.locator("#username").fill("admin");
        page.locator("#password").fill(Product.PASSWORD);
        page.locator(".bw-signin-go").click();
        page.locator("#page-title").waitFor();
        PlaywrightAssertions.assertThat(page).hasURL(url + "/coverage");
        go(page, path);
        return page;
    }

    void go(Page page, String path) {
        page.navigate(url + "/" + path);
        page.locator("#page-title").waitFor();
    }

    /** What the page has put on the clipboard. */
    static String clipboard(Page page) {
        return (String) page.evaluate("navigator.clipboard.readText()");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
