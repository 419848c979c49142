package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.detection.Violations;
import dev.breakwater.central.overview.PolicyFigures;
import dev.breakwater.central.overview.Workloads;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.policy.StoredPolicy;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** Switching one policy off is asked about, with what falls silent, and can be taken back. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class PoliciesIT extends SpringBrowserlessTest {

    @Autowired
    ConsoleFixture fixture;

    @Autowired
    Policies policies;

    @Autowired
    Violations violations;

    @Autowired
    Workloads workloads;

    @Autowired
    PolicyFigures figures;

    private StoredPolicy policy;

    @BeforeEach
    void open() {
        fixture.send();
        policy = policies.list().stream()
                .filter(row -> row.policy().name().equals("Privileged container"))
                .findFirst()
                .orElseThrow();
        UI.getCurrent()
                .navigate(
                        "policies",
                        QueryParameters.of("sel", policy.policy().id().toString()));
    }

    @AfterEach
    void asBefore() {
        policies.enable(policy.policy().id());
    }

    @Test
    void switchingOffSaysWhatFallsSilentAsksWhyAndIsTakenBack() {
        test(button("Switch off…")).click();

        assertThat(isOn()).isTrue();
        Dialog dialog = $(Dialog.class).single();
        assertThat($(ListItem.class, dialog).all())
                .anySatisfy(item -> assertThat(item.getText())
                        .startsWith("1 open violation closes")
                        .contains("Privileged container"));
        test(button("Switch off 1")).click();
        assertThat(isOn()).as("without a reason").isTrue();

        test($(TextArea.class).single()).setValue("replaced by admission");
        test(button("Switch off 1")).click();
        assertThat(isOn()).isFalse();
        assertThat(ConsoleFixture.DATABASE
                        .jdbc()
                        .sql(
                                "select after ->> 'reason' from audit_log where action = 'disabled' order by at desc, id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("replaced by admission");

        test(button("Undo")).click();
        assertThat(isOn()).isTrue();
    }

    @Test
    void figuresAreThoseOfTheListsThatTheyLeadTo() {
        var all = figures.of(AccessScope.EVERYTHING);
        assertThat(all).isNotEmpty();
        all.forEach((UUID id, PolicyFigures.Figure figure) -> {
            assertThat((long) violations.count("state:open policy:" + id, AccessScope.EVERYTHING))
                    .isEqualTo(figure.violations());
            assertThat((long) workloads.count("unjudged:" + id, AccessScope.EVERYTHING))
                    .isEqualTo(figure.unjudged());
        });
        assertThat($(Anchor.class).all()).extracting(Anchor::getText).contains("1 open violation");
    }

    private boolean isOn() {
        return policies.get(policy.policy().id()).policy().enabled();
    }

    private Button button(String text) {
        return $(Button.class).all().stream()
                .filter(button -> button.getText().equals(text) && button.isVisible())
                .findFirst()
                .orElseThrow();
    }
}
