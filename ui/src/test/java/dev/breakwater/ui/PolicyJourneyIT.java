package dev.breakwater.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.policy.PolicyEdits;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** A person writes a policy in a real browser: form, text, preview, save, and what comes of it. */
@ConsoleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyJourneyIT {

    private static final String NAME = "Latest tags by hand";

    @LocalServerPort
    int port;

    @Autowired
    ConsoleFixture fixture;

    @Autowired
    Policies policies;

    @Autowired
    PolicyEdits edits;

    private ConsoleBrowser browser;

    @BeforeAll
    void open() {
        browser = new ConsoleBrowser();
        fixture.send();
    }

    /** Other tests share the database. */
    @AfterAll
    void close() {
        browser.close();
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("admin", "", "ROLE_ADMIN"));
        policies.list().stream()
                .filter(row -> !row.builtIn())
                .forEach(row -> edits.delete(row.policy().id(), "test is over"));
        SecurityContextHolder.clearContext();
    }

    @Test
    void writesTriesSavesAndSeesWhatItFinds() {
        Page page = browser.page(ColorScheme.LIGHT);
        page.navigate(url("policies"));
        ConsoleBrowser.signIn(page, fixture.password());
        button(page, "New policy").click();
        assertThat(page.locator("h1")).hasText("New policy");
        assertThat(button(page, "Create policy…")).isDisabled();

        page.locator(".bw-ed-name input").fill(NAME);
        step(page, "Rules").click();
        assertThat(page).hasURL(Pattern.compile(".*step=rules.*"));
        button(page, "Criterion…").click();
        assertThat(page.locator(".bw-ed-palette input")).isFocused();
        page.keyboard().type("image tag");
        assertThat(page.locator(".bw-ed-palette-choice")).hasCount(1);
        page.keyboard().press("Enter");
        assertThat(page.locator(".bw-ed-value vaadin-text-field input")).isFocused();
        page.keyboard().type("latest");
        assertThat(page.locator(".bw-ed-criterion")).hasText("Image Tag is latest");
        assertThat(page.locator(".bw-yamled-area"))
                .hasValue(Pattern.compile("criterion: Image Tag\\s+values:\\s+- latest"));

        // The other side changes the form.
        Locator text = page.locator(".bw-yamled-area");
        text.fill(text.inputValue().replace("severity: MEDIUM", "severity: CRITICAL"));
        assertThat(page.locator(".bw-ed-severity")).hasText("critical");
        text.fill(text.inputValue().replace("severity: CRITICAL", "severity: GRAVE"));
        assertThat(page.locator(".bw-ed-problem")).containsText("severity");
        assertThat(page.locator(".bw-yamled-line.bw-yamled-wrong")).containsText("GRAVE");
        button(page, "Take the text back").click();
        assertThat(page.locator(".bw-ed-valid")).containsText("valid");

        step(page, "Preview").click();
        assertThat(page.locator(".bw-ed-step-body .bw-ed-figure").first()).hasText(Pattern.compile("1[0-9]"));
        assertThat(page.locator(".bw-ed-items li").first()).containsText("has the tag latest");

        button(page, "Create policy…").click();
        button(page, "Create policy").click();
        assertThat(page.locator(".bw-detail h2")).hasText(NAME);
        page.navigate(url("violations?q=policy:%22Latest+tags+by+hand%22&scope=workloads:all"));
        page.waitForCondition(() -> {
            page.reload();
            page.locator(".bw-count").first().waitFor();
            return !page.locator(".bw-count").first().innerText().startsWith("0");
        });
    }

    @Test
    void clonesABuiltInPolicyWhoseWordsAreLocked() {
        Page page = browser.page(ColorScheme.DARK);
        page.navigate(url("policies?q=name:%22Privileged+container%22"));
        ConsoleBrowser.signIn(page, fixture.password());
        page.locator("vaadin-grid-cell-content", new Page.LocatorOptions().setHasText("Privileged container"))
                .first()
                .click();
        button(page, "Edit").click();
        assertThat(page.locator(".bw-ed-banner").first()).containsText("Built in");
        assertThat(page.locator(".bw-ed-name input")).not().isEditable();

        button(page, "Clone to change more").click();

        assertThat(page.locator("h1")).hasText("New policy");
        assertThat(page.locator(".bw-ed-name input")).hasValue("Privileged container (copy)");
        assertThat(page.locator(".bw-ed-name input")).isEditable();
        page.locator(".bw-ed-name input").fill("Mine");
        page.locator(".bw-ed-name input").press("Tab");
        assertThat(page.locator(".bw-ed-steps")).containsText("Mine");
        page.keyboard().press("Escape");
        page.locator("vaadin-side-nav-item", new Page.LocatorOptions().setHasText("Coverage"))
                .click();
        assertThat(page.locator("vaadin-dialog")).containsText("Leave without saving?");
        page.locator("vaadin-dialog").getByText("Keep editing").click();
        assertThat(page.locator("h1")).hasText("New policy");
    }

    private static Locator button(Page page, String text) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    private static Locator step(Page page, String name) {
        return page.locator(".bw-ed-step", new Page.LocatorOptions().setHasText(name));
    }

    private String url(String path) {
        return "http://localhost:" + port + "/" + path;
    }
}
