package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What can be done to a node from its page. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class NodeActionsPageIT extends SpringBrowserlessTest {

    @Autowired
    ConsoleFixture fixture;

    @Autowired
    JdbcClient jdbc;

    private UUID node;

    @BeforeEach
    void fleet() {
        fixture.send();
        jdbc.sql("delete from node_orders").update();
        node = jdbc.sql("select id from nodes where not unschedulable order by name limit 1")
                .query(UUID.class)
                .single();
        allow();
    }

    private void allow(String... actions) {
        jdbc.sql("update clusters set node_actions = ? where id = (select cluster_id from nodes where id = ?)")
                .param(actions)
                .param(node)
                .update();
    }

    private String name() {
        return jdbc.sql("select name from nodes where id = ?")
                .param(node)
                .query(String.class)
                .single();
    }

    private String shown() {
        UI.getCurrent().navigate("inventory/nodes/" + node);
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }

    private Button button(String word) {
        return one(word, false);
    }

    /** That of the dialog, which is the primary one. */
    private Button go(String word) {
        return one(word, true);
    }

    private Button one(String word, boolean primary) {
        return $(Button.class).all().stream()
                .filter(each -> each.getText().equals(word) && each.isVisible())
                .filter(each -> each.hasThemeName("primary") == primary)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private List<String> orders() {
        return jdbc.sql(
                        "select action || ' ' || state || ' ' || reason || ' ' || lose_pods || ' ' || lose_data from node_orders")
                .query(String.class)
                .list();
    }

    @Test
    void whatTheSensorDoesNotAllowSaysWhy() {
        assertThat(shown()).contains("Isolate", "cannot be ordered", "nodeActions.allow", "No agent on this machine");
        assertThat(button("Isolate").isEnabled()).isFalse();
        assertThat(button("Look now").isEnabled()).isFalse();
    }

    @Test
    void isolatesWithAReasonAndShowsTheOrder() {
        allow("CORDON", "UNCORDON");
        shown();
        test(button("Isolate")).click();
        test(go("Isolate")).click();
        assertThat(orders()).as("without a reason").isEmpty();
        assertThat($(TextArea.class).single().isInvalid()).isTrue();

        test($(TextArea.class).single()).setValue("Looks taken over");
        test(go("Isolate")).click();
        assertThat(orders()).containsExactly("CORDON WAITING Looks taken over false false");
        assertThat(((Component) getCurrentView()).getElement().getTextRecursively())
                .contains("waiting for the sensor", "Looks taken over", "one is on its way");

        test(button("Undo")).click();
        assertThat(orders()).containsExactly("CORDON WITHDRAWN Looks taken over false false");
    }

    @Test
    void removesOnlyAfterThePlanWasSeenAndTheNameTyped() {
        allow("DRAIN");
        shown();
        test(button("Remove…")).click();
        assertThat($(Dialog.class).single().getElement().getTextRecursively())
                .contains("Disruption budgets: Unknown", "other node");
        Button go = $(Button.class).all().stream()
                .filter(one ->
                        one.getText().startsWith("Remove ") && one.getText().contains("pod"))
                .findFirst()
                .orElseThrow();
        test($(TextArea.class).single()).setValue("Goes away");
        test(go).click();
        assertThat(orders()).as("without its name").isEmpty();

        test($(TextField.class).withCaption("Type " + name() + " to go on").single())
                .setValue(name());
        $(Checkbox.class).all().stream()
                .filter(box -> box.getLabel().startsWith("Lose the data"))
                .forEach(box -> test(box).click());
        test(go).click();
        assertThat(orders())
                .singleElement()
                .satisfies(order -> assertThat(order).startsWith("DRAIN WAITING Goes away"));
    }

    @Test
    void aPlanCanBeReadWhereNothingCanBeRemoved() {
        shown();
        test(button("Remove…")).click();
        assertThat($(Dialog.class).single().getElement().getTextRecursively())
                .contains("Disruption budgets", "does not allow 'drain'");
        assertThat($(TextArea.class).all()).isEmpty();
    }

    @Test
    @WithMockUser(username = "analyst", roles = "ANALYST")
    void whoMayNotOrderSeesNoButtons() {
        assertThat(shown()).contains("What was ordered?");
        assertThat($(Button.class).withText("Remove…").all()).isEmpty();
    }
}
