package dev.breakwater.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.breakwater.ui.ConsoleBrowser.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
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

    private ConsoleBrowser browser;

    @BeforeAll
    void open() {
        browser = new ConsoleBrowser();
        fixture.send();
    }

    @AfterAll
    void close() {
        browser.close();
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

    @Test
    void exportsTheRowsThatTheGridShows() throws IOException {
        Page page = signedIn("inventory/workloads?q=name:svc-1*&sort=-name");
        Locator names = page.locator("vaadin-grid-cell-content .bw-object:visible");
        assertThat(names).hasCount(4);
        List<String> shown = names.all().stream()
                .sorted(Comparator.comparingDouble(name -> name.boundingBox().y))
                .map(Locator::innerText)
                .toList();

        page.getByLabel("Export the rows that match").click();
        Download download = page.waitForDownload(() -> menuItem(page, "CSV").click());

        List<String> lines = Files.readAllLines(download.path());
        int name = List.of(lines.getFirst().replace("\uFEFF", "").split(",")).indexOf("name");
        assertThat(lines.stream().skip(1).map(line -> line.split(",")[name])).containsExactlyElementsOf(shown);
        assertThat(shown).containsExactly("svc-12", "svc-11", "svc-10", "svc-1");
    }

    @Test
    void acceptsTwoWithAPreviewAndTakesThemBack() {
        Page page = signedIn("violations?q=state:open+severity:medium");
        Locator count = page.locator(".bw-count");
        String before = count.innerText();
        page.locator("vaadin-grid-cell-content .bw-check").nth(0).check();
        page.locator("vaadin-grid-cell-content .bw-check").nth(1).check();
        assertThat(page.locator(".bw-bulk-count")).hasText("2 selected");

        page.locator(".bw-bulk").getByText("Accept").click();
        Locator dialog = page.locator("vaadin-dialog");
        assertThat(dialog.locator(".bw-effects")).containsText("no longer counted as open");
        dialog.locator("textarea").fill("known since May");
        Locator confirm = dialog.locator("vaadin-button[theme~=primary]");
        assertThat(confirm).hasText("Accept 2");
        confirm.click();

        Locator notice = page.locator(".bw-notice");
        assertThat(notice).containsText("2 violations changed");
        assertThat(count).not().hasText(before);
        notice.getByText("Undo").click();
        assertThat(count).hasText(before);
    }

    @Test
    void decidesAboutAllOfAGroup() {
        Page page = signedIn("violations/by-policy?sort=-rows");
        page.locator("vaadin-grid-cell-content .bw-name").first().click();
        assertThat(page.locator(".bw-detail .bw-group-rows li").first()).isVisible();

        page.locator(".bw-detail-foot").getByText("Comment").click();

        Locator dialog = page.locator("vaadin-dialog");
        assertThat(dialog).containsText(Pattern.compile("Comment on 1\\d violations"));
        dialog.getByText("Cancel").click();
        assertThat(dialog).hasCount(0);
    }

    @Test
    void findsANamespaceByTypingAndFollowsTheScope() {
        Page page = signedIn("violations");
        page.getByLabel("Namespaces: all").click();
        Locator names = page.locator("vaadin-popover[opened]");
        assertThat(names.locator("input").first()).isFocused();
        page.keyboard().type("nowhere");
        assertThat(names).containsText("None is called so.");
        names.locator("input").first().fill("paym");
        assertThat(names.locator("vaadin-checkbox")).hasCount(1);
        names.locator("vaadin-checkbox input").first().check();

        assertThat(page).hasURL(Pattern.compile(".*scope=ns(:|%3A)payments.*"));
        assertThat(names.locator("input").first()).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByLabel("Namespaces: payments")).isVisible();
        page.reload();
        assertThat(page.getByLabel("Namespaces: payments")).isVisible();
    }

    private static Locator menuItem(Page page, String text) {
        return page.locator("vaadin-menu-bar-item", new Page.LocatorOptions().setHasText(text));
    }

    private Page signedIn(String path) {
        Page page = page(ColorScheme.LIGHT);
        page.navigate(url("coverage"));
        signIn(page, ConsoleFixture.PASSWORD);
        assertThat(page.locator("h1")).hasText("Coverage");
        page.navigate(url(path));
        return page;
    }

    private Page page(ColorScheme scheme) {
        return browser.page(scheme);
    }

    private String url(String path) {
        return "http://localhost:" + port + "/" + path;
    }
}
