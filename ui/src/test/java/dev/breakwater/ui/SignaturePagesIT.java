package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.breakwater.central.images.Registries;
import dev.breakwater.central.images.Registry.ScannedBy;
import dev.breakwater.central.images.RegistryDraft;
import dev.breakwater.central.images.Verifier.Kind;
import dev.breakwater.central.images.Verifiers;
import dev.breakwater.central.testing.RealRegistry;
import dev.breakwater.central.testing.SigningKey;
import dev.breakwater.ui.part.PageHead;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Signature verifiers are added, tried with a signed image of a real registry, changed and removed. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class SignaturePagesIT extends SpringBrowserlessTest {

    @Autowired
    Verifiers verifiers;

    @Autowired
    Registries registries;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @BeforeEach
    void empty() {
        jdbc.sql("delete from signature_verifiers").update();
        jdbc.sql("delete from registries").update();
    }

    @Test
    void addsOneTriesItAndRemovesIt() {
        SigningKey key = SigningKey.make();
        try (RealRegistry registry = RealRegistry.start(folder)) {
            registries.create(new RegistryDraft(registry.host(), "", ScannedBy.CENTRAL, "", "", true, null));
            String digest = registry.push("shop/web", "1", Map.of("a", "b"), "2026-05-01T00:00:00Z");
            registry.sign("shop/web", digest, key, "");
            UI.getCurrent().navigate("signature-verifiers");
            assertThat(words()).contains("Nobody is trusted yet");

            press("Add a verifier…");
            field("Name").setValue("release-key");
            area("Public key").setValue("no key");
            press("Add the verifier");
            assertThat(area("Public key").isInvalid()).isTrue();
            assertThat(area("Public key").getErrorMessage()).contains("cosign.pub");

            area("Public key").setValue(SigningKey.make().pem());
            field("Try it with an image").setValue(registry.host() + "/shop/web:1");
            press("Test");
            assertThat(dialog()).contains("not verified", "by a key that is not trusted");
            area("Public key").setValue(key.pem());
            press("Test");
            assertThat(dialog()).contains("verified", "Signed by release-key", digest);
            assertThat(verifiers.list()).as("only tried").isEmpty();

            area("Speaks of").setValue(registry.host() + "/shop/*\n");
            press("Add the verifier");
            assertThat(verifiers.list()).singleElement().satisfies(kept -> {
                assertThat(kept.name()).isEqualTo("release-key");
                assertThat(kept.images()).containsExactly(registry.host() + "/shop/*");
            });
            assertThat(words())
                    .contains("release-key", "EC 256", registry.host() + "/shop/*", "none that it speaks of");
        }
        press("Remove…");
        press("Remove the verifier");
        assertThat(verifiers.list()).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void asksForNamesOnlyWhereACertificateHasSome() {
        UI.getCurrent().navigate("signature-verifiers");
        press("Add a verifier…");
        assertThat($(TextArea.class).all()).noneMatch(area -> area.getLabel().equals("Signed by"));

        $(Select.class).single().setValue(Kind.CERTIFICATE);
        assertThat($(TextArea.class).all()).anyMatch(area -> area.getLabel().equals("Signed by"));
        assertThat($(TextArea.class).all()).anyMatch(area -> area.getLabel().equals("Certificates of the authority"));
    }

    @Test
    @WithMockUser(username = "analyst", roles = "ANALYST")
    void keepsAnalystsOut() {
        UI.getCurrent().navigate("signature-verifiers");
        assertThat($(PageHead.class).all()).isEmpty();
    }

    private String dialog() {
        return $(Dialog.class).all().stream()
                .map(dialog -> dialog.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }

    private String words() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }

    private TextField field(String label) {
        return $(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private TextArea area(String label) {
        return $(TextArea.class).all().stream()
                .filter(area -> label.equals(area.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private void press(String words) {
        Button button = $(Button.class).all().stream()
                .filter(each -> each.getText().equals(words) && each.isVisible())
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no button '" + words + "'"));
        test(button).click();
    }
}
