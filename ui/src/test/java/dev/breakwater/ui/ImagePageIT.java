package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.images.ImageContentsFixture;
import dev.breakwater.central.images.ScannedContent;
import dev.breakwater.central.images.ScannedImages;
import dev.breakwater.engine.image.FoundFile;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** The page of an image says what is inside, who looked, and what is not known. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class ImagePageIT extends SpringBrowserlessTest {

    private static final int MANY = 130;

    @Autowired
    ConsoleFixture fixture;

    @Autowired
    ScannedImages scans;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void send() {
        fixture.send();
    }

    @Test
    void nobodyHasLookedIsUnknownAndNotNone() {
        UI.getCurrent().navigate("inventory/images/" + image("svc-9"));

        assertThat($(H1.class).single().getText()).isEqualTo("svc-9:latest");
        assertThat(words())
                .contains("Nobody has looked inside")
                .contains("unknown, not none")
                .contains("registry.example.com/svc-9:latest");

        tab(image("svc-9").toString(), "packages");
        assertThat(words()).contains("Unknown").doesNotContain("No package was found");
    }

    @Test
    void saysWhatStandsOutAndLeadsThere() {
        look(Instant.now(), contents("8").unread("lib/broken.jar", "the archive ends too early"));

        UI.getCurrent().navigate("inventory/images/" + digest("8"));

        assertThat(words())
                .contains("1 thing looks like a secret", "1 file runs with the rights", "Debian GNU/Linux 12")
                .contains("Not everything could be read", "lib/broken.jar", "the archive ends too early")
                .contains("No workload that you may see runs it");
        assertThat($(Anchor.class).all().stream().map(Anchor::getHref))
                .contains("inventory/images/" + digest("8") + "?tab=files");

        tab(digest("8"), "files");
        assertThat(words()).contains("/srv/key.pem", "----… (1704 characters)", "/usr/bin/su", "4755");

        tab(digest("8"), "configuration");
        assertThat(words()).contains("/srv/app", "PATH", "8080/tcp", "team");

        tab(digest("8"), "layers");
        assertThat(words()).contains("ADD file:1 in /", "RUN apt-get update");
    }

    @Test
    void filtersAndTurnsThePagesOfItsPackages() {
        ImageContentsFixture many = contents("7");
        for (int i = 0; i < MANY; i++) {
            many.deb("lib" + i, "1." + i);
        }
        look(Instant.now(), many.npm("left-pad", "1.3.0"));

        tab(digest("7"), "packages");
        assertThat(words()).contains((MANY + 2) + " packages").contains("lib3").doesNotContain("left-pad");
        assertThat($(NativeTable.class).single().getBody().getChildren()).hasSize(100);

        $(TextField.class).single().setValue("LEFT");
        assertThat(words()).contains("1 of " + (MANY + 2) + " packages", "left-pad", "srv/node_modules/left-pad");

        $(TextField.class).single().setValue("nothing-like-it");
        assertThat(words()).contains("No package matches the filter");
    }

    @Test
    void anOldLookIsShownWithItsDate() {
        look(Instant.now().minus(Duration.ofDays(400)), contents("6"));

        UI.getCurrent().navigate("inventory/images/" + digest("6"));

        assertThat(words()).contains("too old to rely on", "stale");
    }

    private static ImageContentsFixture contents(String digit) {
        return ImageContentsFixture.of(digest(digit))
                .deb("openssl", "3.0.11-1~deb12u2")
                .secret("private-key", "srv/key.pem")
                .file(FoundFile.Kind.SETUID, "usr/bin/su");
    }

    private static String digest(String digit) {
        return "sha256:" + digit.repeat(64);
    }

    private void look(Instant at, ImageContentsFixture contents) {
        scans.store(ScannedContent.of(contents.build(), "central", "breakwater 1", at));
    }

    private void tab(String image, String tab) {
        UI.getCurrent().navigate("inventory/images/" + image, QueryParameters.of("tab", tab));
    }

    private UUID image(String name) {
        return jdbc.sql("select id from images where repository = ?")
                .param(name)
                .query(UUID.class)
                .single();
    }

    private String words() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
