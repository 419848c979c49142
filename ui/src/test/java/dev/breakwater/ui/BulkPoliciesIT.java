package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.policy.Policies;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Ticking rows and acting on them, on the list of policies. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class BulkPoliciesIT extends SpringBrowserlessTest {

    private static final String FILTER = "severity:critical";

    @Autowired
    ConsoleFixture fixture;

    @Autowired
    Policies policies;

    @Autowired
    JdbcClient jdbc;

    private List<Boolean> before;

    @BeforeEach
    void open() {
        fixture.send();
        before = switches();
        assertThat(before).hasSizeGreaterThan(1).contains(true);
        UI.getCurrent().navigate("policies", QueryParameters.of("q", FILTER));
    }

    @AfterEach
    void asBefore() {
        policies.list().stream()
                .filter(row -> row.policy().severity().name().equals("CRITICAL")
                        && !row.policy().enabled())
                .forEach(row -> policies.enable(row.policy().id()));
    }

    @Test
    void switchesAllThatMatchWithAReasonAndTakesItBack() {
        tickAll();
        test(button("Switch off…")).click();
        Dialog dialog = $(Dialog.class).single();
        assertThat(dialog.getHeaderTitle()).startsWith("Switch off ");
        assertThat($(ListItem.class, dialog).all())
                .anySatisfy(item -> assertThat(item.getText()).contains("open violation"));
        test($(TextArea.class).single()).setValue("noise");

        test(button("Switch off " + on())).click();

        assertThat(switches()).containsOnly(false);
        assertThat(jdbc.sql("select count(*) from audit_log where action = 'disabled' and after ->> 'reason' = 'noise'")
                        .query(Long.class)
                        .single())
                .isEqualTo(on());

        test(button("Undo")).click();

        assertThat(switches()).isEqualTo(before);
    }

    @Test
    @WithMockUser(username = "ann", roles = "ANALYST")
    void anAnalystReadsWhoCould() {
        tickAll();

        assertThat(button("Switch off…").isEnabled()).isFalse();
        assertThat(button("Switch off…").getTooltip().getText()).contains("administrators");
    }

    private void tickAll() {
        Grid<?> grid = $(Grid.class).single();
        Checkbox head = (Checkbox) grid.getColumns().getFirst().getHeaderComponent();
        test(head).click();
    }

    private long on() {
        return before.stream().filter(enabled -> enabled).count();
    }

    private List<Boolean> switches() {
        return policies.list().stream()
                .filter(row -> row.policy().severity().name().equals("CRITICAL"))
                .map(row -> row.policy().enabled())
                .toList();
    }

    private Button button(String text) {
        return $(Button.class).withText(text).single();
    }
}
