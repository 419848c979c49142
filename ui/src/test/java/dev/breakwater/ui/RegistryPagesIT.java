package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.images.Registries;
import dev.breakwater.ui.part.PageHead;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Registries are added, tried with the real answer, changed without their secret being shown, and removed. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class RegistryPagesIT extends SpringBrowserlessTest {

    @Autowired
    Registries registries;

    @Autowired
    JdbcClient jdbc;

    private HttpServer registry;
    private String host = "";

    @BeforeEach
    void listen() throws Exception {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        registry.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] answer = "{\"errors\":[{\"code\":\"NAME_UNKNOWN\"}]}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(404, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        registry.start();
        host = "127.0.0.1:" + registry.getAddress().getPort();
        jdbc.sql("delete from registries").update();
    }

    @AfterEach
    void stop() {
        registry.stop(0);
    }

    @Test
    void addsOneTriesItAndRemovesIt() {
        UI.getCurrent().navigate("registries");
        assertThat(words()).contains("No registry is connected");
        press("Add a registry…");
        field("Registry").setValue("http://not a host/");
        press("Add the registry");
        assertThat(field("Registry").isInvalid()).isTrue();
        assertThat(field("Registry").getErrorMessage()).contains("registry.example.com:5000");

        field("Registry").setValue(host);
        press("Test");
        assertThat(dialog()).as("https is spoken, which it does not").contains("Not reached");
        $(Checkbox.class).single().setValue(true);
        press("Test");
        assertThat(dialog()).contains("Answered", "takes the credentials", "spoken to by http");
        assertThat(registries.list()).as("only tried").isEmpty();

        field("User").setValue("robot");
        $(PasswordField.class).single().setValue("registry-secret-1");
        press("Add the registry");
        assertThat(registries.list()).singleElement().satisfies(kept -> {
            assertThat(kept.host()).isEqualTo(host);
            assertThat(kept.secretSet()).isTrue();
        });
        assertThat(words()).contains(host, "robot", "nothing runs from it").doesNotContain("registry-secret-1");

        press("Edit…");
        assertThat($(PasswordField.class).single().getValue()).isEmpty();
        assertThat($(PasswordField.class).single().getHelperText()).contains("kept and not shown");
        press("Cancel");
        press("Remove…");
        press("Remove the registry");
        assertThat(registries.list()).isEmpty();
    }

    @Test
    void watchesARepositoryAndChangesWhatIsLookedInto() {
        jdbc.sql("delete from image_watches").update();
        UI.getCurrent().navigate("registries/watched");
        assertThat(words()).contains("No repository is watched");
        press("Watch a repository…");
        field("Repository").setValue("not a name");
        press("Watch the repository");
        assertThat(field("Repository").getErrorMessage()).contains("docker.io/library/nginx");

        field("Repository").setValue("registry.example/shop/web");
        field("Tags to look into").setValue("1.*");
        press("Watch the repository");
        assertThat(words())
                .contains("shop/web", "in registry.example", "the newest 3 of 1.*", "nobody runs it", "not yet");

        press("Edit…");
        assertThat(field("Repository").isReadOnly()).isTrue();
        field("Note").setValue("a customer has it");
        press("Keep the changes");
        assertThat(words()).contains("a customer has it");
        press("Remove…");
        press("Stop watching");
        assertThat(words()).contains("No repository is watched");
    }

    @Test
    void listsWhatRegistriesHoldAndWhichOfItIsOutdated() {
        jdbc.sql("insert into registry_repositories (registry, repository, next_at, looked_at, error, tag_count)"
                        + " values ('registry.example', 'shop/api', now(), now(), '', 2) on conflict do nothing")
                .update();
        jdbc.sql("""
                insert into registry_tags (registry, repository, tag, first_seen_at, newer_tag, newer_since) values
                ('registry.example', 'shop/api', '1.0', now(), '1.1', now() - interval '10 days'),
                ('registry.example', 'shop/api', '1.1', now(), null, null) on conflict do nothing
                """).update();
        UI.getCurrent().navigate("registries/images");

        assertThat($(Grid.class).single().getDataCommunicator().getItemCount()).isEqualTo(1);
        UI.getCurrent().navigate("registries/images", QueryParameters.of("q", "repository:shop/api"));
        assertThat($(Grid.class).single().getDataCommunicator().getItemCount()).isEqualTo(2);
        UUID row = jdbc.sql("select id from registry_tags where tag = '1.0' and repository = 'shop/api'")
                .query(UUID.class)
                .single();
        UI.getCurrent().navigate("registries/images", QueryParameters.of("sel", row.toString()));
        assertThat($(Div.class).all().stream()
                        .map(div -> div.getElement().getTextRecursively())
                        .collect(Collectors.joining("\n")))
                .contains("1.1 of the same series came 10 d ago.", "nobody runs it");
        jdbc.sql("delete from registry_repositories").update();
    }

    @Test
    void scansSayWhereTheyComeFrom() {
        UI.getCurrent().navigate("scans");

        assertThat($(H1.class).single().getText()).isEqualTo("Scans");
    }

    @Test
    @WithMockUser(username = "analyst", roles = "ANALYST")
    void keepsAnalystsFromRegistriesButShowsThemScans() {
        UI.getCurrent().navigate("registries");
        assertThat($(PageHead.class).all()).isEmpty();

        UI.getCurrent().navigate("scans");
        assertThat($(H1.class).single().getText()).isEqualTo("Scans");
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

    private void press(String words) {
        Button button = $(Button.class).all().stream()
                .filter(each -> each.getText().equals(words) && each.isVisible())
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no button '" + words + "'"));
        test(button).click();
    }
}
