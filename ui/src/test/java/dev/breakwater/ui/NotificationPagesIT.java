package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.notification.Deliveries;
import dev.breakwater.central.notification.NotificationRules;
import dev.breakwater.central.notification.Notifier;
import dev.breakwater.central.notification.NotifierDraft;
import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.Notifiers;
import dev.breakwater.central.notification.WebhookSettings;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.PageHead;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** The pages of notifications do what they say. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class NotificationPagesIT extends SpringBrowserlessTest {

    @Autowired
    Notifiers notifiers;

    @Autowired
    NotificationRules rules;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    private final AtomicInteger answer = new AtomicInteger(204);
    private HttpServer receiver;

    @BeforeEach
    void receive() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        receiver.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
        });
        receiver.start();
        for (String table : List.of("notification_rules", "notification_deliveries", "notifiers")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Test
    void addsATargetTriesItAndSaysWhatGoesThere() {
        UI.getCurrent().navigate("notifications");
        assertThat($(EmptyState.class).all()).hasSize(1);
        press("Add a target…");
        fill("Name", "pages hook");
        kind().setValue(NotifierKind.WEBHOOK);
        fill("Address", "https://169.254.169.254/latest");
        $(PasswordField.class).single().setValue("0123456789abcdef-key");
        press("Add the target");
        assertThat(field("Address").isInvalid()).isTrue();
        assertThat(field("Address").getErrorMessage()).contains("never go to 169.254.169.254");

        fill("Address", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
        answer.set(503);
        press("Send a test");
        assertThat(text()).contains("Not taken").contains("The answer is HTTP 503");
        answer.set(204);
        press("Send a test");
        assertThat(text()).contains("HTTP 204");
        assertThat(notifiers.list()).as("only tried").isEmpty();
        press("Add the target");
        Notifier made = notifiers.list().getFirst();
        assertThat(made.name()).isEqualTo("pages hook");
        assertThat($(NativeTable.class).all()).hasSize(1);
        assertThat(text()).contains("No rule sends anything to pages hook");

        UI.getCurrent().navigate("notifications/rules");
        press("Add a rule…");
        assertThat(field("Name").getValue()).as("one to begin with").isEqualTo("High and above to pages hook");
        targets().clear();
        press("Add the rule");
        assertThat(targets().isInvalid()).isTrue();
        assertThat(rules.list()).isEmpty();
        targets().setValue(made);
        press("Add the rule");
        assertThat(rules.list())
                .singleElement()
                .satisfies(rule -> assertThat(rule.rule().notifiers()).containsExactly(made.id()));
        press("Switch off");
        assertThat(rules.list().getFirst().rule().enabled()).isFalse();
        press("Remove…");
        press("Remove the rule");
        assertThat(rules.list()).isEmpty();

        UI.getCurrent().navigate("notifications");
        press("Switch off");
        assertThat(notifiers.get(made.id()).enabled()).isFalse();
        assertThat(notifiers.get(made.id()).secretSet()).isTrue();
        press("Remove…");
        press("Remove the target");
        assertThat(notifiers.list()).isEmpty();
    }

    @Test
    void sendsAgainWhatWasGivenUp() {
        Notifier hook = notifiers.create(new NotifierDraft(
                "pages again",
                NotifierKind.WEBHOOK,
                true,
                null,
                new WebhookSettings("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook"),
                "0123456789abcdef-key"));
        UUID dead = UUID.randomUUID();
        jdbc.sql("""
                insert into notification_deliveries (id, notifier_id, notifier_name, kind, title, severity, message, state,
                    created_at, next_at, last_error, attempts)
                values (?, ?, 'pages again', 'TEST', 'It was given up', 0, '{"version": 1}', 'DEAD', now(), now(), 'HTTP 503', 10)
                """).params(dead, hook.id()).update();
        UI.getCurrent()
                .navigate("notifications/deliveries", new QueryParameters(Map.of("sel", List.of(dead.toString()))));
        assertThat(text()).contains("It was given up").contains("HTTP 503");
        press("Send again…");
        assertThat(text()).contains("under the id that it had");
        press("Send 1 again");
        JudgingCentral.await(
                () -> deliveries.get(dead, AccessScope.EVERYTHING).state().equals("DELIVERED"));
    }

    @Test
    @WithMockUser(username = "analyst", roles = "ANALYST")
    void keepsAnalystsOut() {
        for (String path : List.of("notifications", "notifications/rules", "notifications/deliveries")) {
            UI.getCurrent().navigate(path);
            assertThat($(PageHead.class).all()).as(path).isEmpty();
        }
    }

    private String text() {
        return Stream.of(Span.class, ListItem.class, H2.class)
                .flatMap(type -> $(type).all().stream())
                .map(component -> component.getElement().getText())
                .collect(Collectors.joining("\n"));
    }

    @SuppressWarnings("unchecked")
    private Select<NotifierKind> kind() {
        return $(Select.class).all().stream()
                .filter(select -> "Kind".equals(select.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<Notifier> targets() {
        return $(MultiSelectComboBox.class).all().stream()
                .filter(box -> "Who is told".equals(box.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private TextField field(String label) {
        return $(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private void fill(String label, String value) {
        field(label).setValue(value);
    }

    private void press(String words) {
        Button button = $(Button.class).all().stream()
                .filter(each -> each.getText().equals(words) && each.isVisible())
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no button '" + words + "'"));
        test(button).click();
    }
}
