package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import dev.breakwater.central.images.ImageContentsFixture;
import dev.breakwater.central.images.ScannedContent;
import dev.breakwater.central.images.ScannedImages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** The fix plan, what an image is built on, and why what is wrong with it changed. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class FixPlanPageIT extends SpringBrowserlessTest {

    private static final String BASE = "sha256:" + "b1".repeat(32);
    private static final String NEWER = "sha256:" + "b2".repeat(32);
    private static final String OWN = "sha256:" + "0a".repeat(32);
    private static final String NEW_ROOT = "sha256:" + "0b".repeat(32);

    @Autowired
    VulnerableConsole console;

    @Autowired
    ScannedImages scans;

    @BeforeEach
    void find() {
        console.find();
        scan(image(BASE, List.of(ImageContentsFixture.LAYER))
                .reference("registry.example.com/debian:12.1")
                .deb("openssl", "3.0.11")
                .deb("bash", "5.2"));
        scan(image(NEWER, List.of(NEW_ROOT))
                .reference("registry.example.com/debian:12.2")
                .deb("openssl", "3.0.15", NEW_ROOT)
                .deb("bash", "5.2", NEW_ROOT));
        scan(image(VulnerableConsole.DIGEST, List.of(ImageContentsFixture.LAYER, OWN))
                .deb("openssl", "3.0.11")
                .deb("bash", "5.2")
                .npm("left-pad", "1.3.0"));
        console.find();
    }

    @Test
    void thePlanTellsWhatToUpgradeInWhichOrder() {
        UI.getCurrent().navigate("vulnerabilities/fix-plan", QueryParameters.of("scope", "workloads:all"));

        assertThat($(H1.class).single().getText()).isEqualTo("Fix plan");
        assertThat(whenItSays("What to upgrade, in this order"))
                .contains("Base image", "registry.example.com/debian", "12.1", "12.2")
                .contains("1 vulnerability goes", VulnerableConsole.FIXABLE, "Helps 1 workload", "svc-12")
                .contains("What are they built on?", "a step of the plan", "What does it not know?");
    }

    @Test
    void theFilterStandsInTheUrl() {
        UI.getCurrent()
                .navigate(
                        "vulnerabilities/fix-plan",
                        QueryParameters.simple(java.util.Map.of(
                                "scope", "workloads:all", "show", "packages", "q", "nothing-like-this")));

        assertThat(whenItSays("No step matches")).contains("Show all steps");
    }

    @Test
    void anImageSaysWhatItIsBuiltOnAndWhichUpgradeHelpsMost() {
        UI.getCurrent().navigate("inventory/images/" + VulnerableConsole.DIGEST);

        assertThat(whenItSays("in place of"))
                .contains("What is it built on?", "by the lowest 1 layer")
                .contains("registry.example.com/debian:12.1", "registry.example.com/debian:12.2");
    }

    @Test
    void anImageSaysWhyItChanged() {
        UI.getCurrent().navigate("inventory/images/" + VulnerableConsole.DIGEST, QueryParameters.of("tab", "changes"));

        assertThat(words()).contains("Why did it change?", "First looked into", "by central");
    }

    @Test
    void aVulnerabilitySaysWhyItChanged() {
        UI.getCurrent().navigate("vulnerabilities/cve/" + VulnerableConsole.FIXABLE);

        assertThat(words()).contains("Why did it change?", "Found here for the first time");
    }

    /** What is on the page once it has these words: a plan is worked out beside the page. */
    private String whenItSays(String words) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        VaadinSession session = UI.getCurrent().getSession();
        while (!words().contains(words) && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
            session.getService().runPendingAccessTasks(session);
        }
        return words();
    }

    private String words() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }

    private static ImageContentsFixture image(String digest, List<String> layers) {
        return ImageContentsFixture.of(digest).layers(layers);
    }

    private void scan(ImageContentsFixture image) {
        scans.store(ScannedContent.of(image.build(), "central", "test", Instant.now()));
    }
}
