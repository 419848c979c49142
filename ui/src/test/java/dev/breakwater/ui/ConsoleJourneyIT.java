package dev.breakwater.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person's way through the console in a real browser. */
@ConsoleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleJourneyIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final double PATIENCE_MILLIS = 20_000;

    @LocalServerPort
    int port;

    @Autowired
    ConsoleFixture fixture;

    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void open() {
        if (!Files.isExecutable(CHROMIUM)) {
            fail("Chromium is missing at " + CHROMIUM + "; .ci/run installs it (apt-get install chromium)");
        }
        fixture.send();
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
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void signsInFiltersReloadsAndOpensAViolation() {
        Page page = page(ColorScheme.LIGHT);
        page.navigate(url("violations"));
        signIn(page, "wrong-password-1");
        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                .containsText("wrong");
        signIn(page, ConsoleFixture.PASSWORD);
        assertThat(page.locator("h1")).hasText("Violations");

        page.locator("bw-filter-bar input").fill("policy:*privileged*");
        page.keyboard().press("Enter");
        assertThat(page.locator(".bw-chip")).hasCount(2);
        assertThat(page).hasURL(Pattern.compile(".*q=.*privileged.*"));

        page.reload();
        assertThat(page.locator(".bw-chip")).hasCount(2);
        assertThat(page.locator(".bw-chip").last()).containsText("*privileged*");
        page.locator("vaadin-grid-cell-content", new Page.LocatorOptions().setHasText("svc-1"))
                .first()
                .click();
        assertThat(page.locator(".bw-detail h2")).isVisible();
        assertThat(page.locator(".bw-detail .bw-yaml-hit").first()).containsText("privileged");
        assertThat(page).hasURL(Pattern.compile(".*sel=.*"));

        // The address changes a moment before the router has done with it; nobody is as fast as a test.
        page.waitForFunction("!window.Vaadin.Flow.navigation");
        page.goBack();
        assertThat(page.locator(".bw-detail")).hasCount(0);
        page.locator("bw-filter-bar input").fill("severity:grave");
        page.keyboard().press("Enter");
        assertThat(page.locator(".bw-filter-problem")).containsText("critical");
    }

    @Test
    void keepsTheDarkSchemeThatWasChosen() {
        Page page = page(ColorScheme.LIGHT);
        page.navigate(url("coverage"));
        signIn(page, ConsoleFixture.PASSWORD);
        page.getByLabel("Colours of the page").click();
        page.locator("vaadin-menu-bar-item", new Page.LocatorOptions().setHasText("Dark"))
                .click();
        page.waitForFunction("document.documentElement.style.colorScheme === 'dark'");

        page.reload();

        assertThat(page.locator("h1")).hasText("Coverage");
        assertThat(page.evaluate("getComputedStyle(document.documentElement).colorScheme"))
                .isEqualTo("dark");
        page.getByLabel("Colours of the page").click();
        page.locator("vaadin-menu-bar-item", new Page.LocatorOptions().setHasText("As the system"))
                .click();
        page.waitForFunction("document.documentElement.style.colorScheme === 'light dark'");
    }

    @Test
    void announcesAChangeWithinThreeSecondsAndMovesNoRow() {
        Page page = page(ColorScheme.LIGHT);
        page.navigate(url("inventory/workloads?sort=name"));
        signIn(page, ConsoleFixture.PASSWORD);
        Locator first = page.locator("vaadin-grid-cell-content .bw-object").first();
        assertThat(first).isVisible();
        String before = first.innerText();

        fixture.add("aaa-new");

        Locator announced = page.locator(".bw-new-rows");
        assertThat(announced).containsText("1 new", new LocatorAssertions.ContainsTextOptions().setTimeout(3_000));
        assertThat(first).hasText(before);
        announced.locator("vaadin-button").click();
        assertThat(first).hasText("aaa-new");
    }

    @Test
    void allIsDoneByKeyboard() {
        Page page = page(ColorScheme.LIGHT);
        page.navigate(url("violations"));
        signIn(page, ConsoleFixture.PASSWORD);
        assertThat(page.locator("h1")).hasText("Violations");
        page.keyboard().press("g");
        page.keyboard().press("p");
        assertThat(page.locator("h1")).hasText("Policies");
        assertThat(page.locator("vaadin-grid-cell-content .bw-name").first()).isVisible();

        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator(".bw-bulk-count")).hasText("1 selected");
        page.keyboard().press("Enter");
        assertThat(page.locator(".bw-detail h2")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".bw-detail")).hasCount(0);
        page.keyboard().press("Escape");
        assertThat(page.locator(".bw-bulk")).isHidden();

        page.keyboard().press("/");
        page.keyboard().type("name:Pri");
        assertThat(page.locator(".bw-filter-options li").first()).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().press("Control+k");
        assertThat(page.locator(".bw-palette-input")).isFocused();
        page.keyboard().type("svc-1");
        assertThat(page.locator(".bw-palette-choice").first()).containsText("svc-1");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*inventory/workloads.*sel=.*"));
        assertThat(page.locator(".bw-detail h2")).hasText("svc-1");
    }

    @Test
    void answersWhatIfAtOnce() {
        Page page = page(ColorScheme.LIGHT);
        page.navigate(url("risk/" + ConsoleFixture.workload("svc-1")));
        signIn(page, ConsoleFixture.PASSWORD);
        assertThat(page.locator("h1")).hasText("svc-1");

        page.locator(".bw-choices vaadin-checkbox").first().locator("input").check();

        assertThat(page.locator(".bw-figure-old")).isVisible();
        assertThat(page.locator(".bw-figure-new")).isVisible();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void hasNoSeriousBarrier(ColorScheme scheme) {
        Page page = page(scheme);
        List<String> findings = new ArrayList<>();
        page.navigate(url("sign-in"));
        findings.addAll(barriers(page, "sign-in"));
        signIn(page, ConsoleFixture.PASSWORD);
        for (String path : List.of(
                "",
                "summary",
                "violations",
                "risk",
                "risk/" + ConsoleFixture.workload("svc-1"),
                "inventory/workloads",
                "inventory/images?sel=none",
                "inventory/secrets",
                "inventory/identities",
                "policies",
                "clusters",
                "clusters/add",
                "coverage")) {
            page.navigate(url(path));
            assertThat(page.locator("#page-title")).isVisible();
            findings.addAll(barriers(page, path));
        }
        assertThat(findings).isEmpty();
    }

    private static List<String> barriers(Page page, String path) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> path + ": " + words(rule))
                        .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + " at " + rule.getNodes().getFirst().getTarget() + " "
                + rule.getNodes().getFirst().getHtml();
    }

    private Page page(ColorScheme scheme) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(1440, 900));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return context.newPage();
    }

    private String url(String path) {
        return "http://localhost:" + port + "/" + path;
    }

    private static void signIn(Page page, String password) {
        page.locator("#username").fill("admin");
        page.locator("#password").fill(password);
        page.locator(".bw-signin-go").click();
    }
}
