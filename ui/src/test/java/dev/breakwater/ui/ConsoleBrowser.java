package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.fail;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The Chromium of this machine, for tests that go through the console as a person does. */
public final class ConsoleBrowser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final double PATIENCE_MILLIS = 20_000;

    private final Playwright playwright;
    private final Browser browser;

    public ConsoleBrowser() {
        if (!Files.isExecutable(CHROMIUM)) {
            fail("Chromium is missing at " + CHROMIUM + "; .ci/run installs it (apt-get install chromium)");
        }
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
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

    /** A page of a browser of its own, which nobody has signed in with yet. */
    public Page page(ColorScheme scheme) {
        return page(new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(1440, 900));
    }

    /** The same in the hands of somebody with a phone. */
    public Page phone() {
        return page(new Browser.NewContextOptions()
                .setColorScheme(ColorScheme.LIGHT)
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true));
    }

    private Page page(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context.newPage();
    }

    /** Signs the administrator in, at the page that asks for it. */
    public static void signIn(Page page, String password) {
        page.locator("#username").fill("admin");
        page.locator("#password").fill(password);
        page.locator(".bw-signin-go").click();
    }

    /**
     * What axe finds serious or critical, each with the place where it stands.
     *
     * @param rules only these, empty for all
     */
    public static List<String> barriers(Page page, String path, List<String> rules) {
        AxeBuilder axe = new AxeBuilder(page);
        return (rules.isEmpty() ? axe : axe.withRules(rules))
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> path + ": " + words(rule))
                        .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + " at " + rule.getNodes().getFirst().getTarget() + " "
                + rule.getNodes().getFirst().getHtml();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
