package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.policy.PolicyEdits;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.PolicyDocument;
import dev.breakwater.engine.policy.PolicyEdit;
import dev.breakwater.ui.policies.draft.PolicyDraft;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;

/** Policies of people's own from the list: their versions, their end and its undoing, and how files bring more. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class PolicyLifeIT extends SpringBrowserlessTest {

    @Autowired
    ConsoleFixture fixture;

    @Autowired
    Policies policies;

    @Autowired
    PolicyEdits edits;

    private StoredPolicy mine;

    @BeforeEach
    void create() {
        fixture.send();
        mine = edits.create(policy("Life of a policy"));
    }

    @AfterEach
    void asBefore() {
        policies.list().stream()
                .filter(row -> !row.builtIn())
                .forEach(row -> edits.delete(row.policy().id(), "test is over"));
    }

    @Test
    void showsItsVersionsAndGoesBackToOne() {
        edits.replace(
                mine.policy().id(),
                1,
                PolicyEdit.of(mine.policy()).severity(Severity.CRITICAL).done(),
                "seen in the wild");
        open();
        test($(Tabs.class).single()).select("History");

        assertThat(text()).contains("Version 2, as it is now").contains("by admin: seen in the wild");
        test(button("Restore…")).click();
        assertThat($(Dialog.class).single().getHeaderTitle()).isEqualTo("Restore version 1?");
        test($(TextArea.class).single()).setValue("was a mistake");
        test(button("Restore")).click();

        assertThat(policies.get(mine.policy().id()))
                .satisfies(now -> assertThat(now.version()).isEqualTo(3))
                .satisfies(now -> assertThat(now.policy().severity()).isEqualTo(Severity.MEDIUM));
    }

    @Test
    void isDeletedWithAReasonAndComesBack() {
        open();
        test(button("Delete…")).click();
        assertThat(text($(Dialog.class).single())).contains("open violation");
        test(button("Delete 1")).click();
        assertThat(isThere()).as("without a reason").isTrue();

        test($(TextArea.class).single()).setValue("replaced");
        test(button("Delete 1")).click();
        assertThat(isThere()).isFalse();

        test(button("Undo")).click();
        assertThat(isThere()).isTrue();
    }

    @Test
    void aBuiltInPolicyIsNotDeleted() {
        StoredPolicy builtIn = policies.list().stream()
                .filter(StoredPolicy::builtIn)
                .findFirst()
                .orElseThrow();
        UI.getCurrent()
                .navigate(
                        "policies",
                        QueryParameters.of("sel", builtIn.policy().id().toString()));

        Div foot = $(Div.class).withClassName("bw-detail-foot").single();
        assertThat($(Button.class, foot).all()).extracting(Button::getText).contains("Edit", "Clone", "Export");
        assertThat($(Button.class, foot).all()).extracting(Button::getText).doesNotContain("Delete…");
    }

    @Test
    void nobodyButAnAdministratorChangesOne() {
        Authentication admin = SecurityContextHolder.getContext().getAuthentication();
        UUID id = mine.policy().id();
        try {
            SecurityContextHolder.getContext()
                    .setAuthentication(new TestingAuthenticationToken("ann", "", "ROLE_ANALYST"));

            assertThatThrownBy(() -> edits.delete(id, "not mine")).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> edits.replace(id, 1, mine.policy(), "not mine"))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> edits.restore(id, 1, "not mine")).isInstanceOf(AccessDeniedException.class);
        } finally {
            SecurityContextHolder.getContext().setAuthentication(admin);
        }
        assertThat(isThere()).isTrue();
    }

    @Test
    void aFileSaysWhatItWouldBringBeforeItDoes() {
        Policy louder = PolicyEdit.of(mine.policy()).severity(Severity.CRITICAL).done();
        Policy fresh = policy("Brought by a file");
        UI.getCurrent().navigate("policies/import");
        test($(TextArea.class).single()).setValue(PolicyDocument.toYaml(List.of(louder, fresh)));
        test(button("Show what it would bring")).click();

        assertThat(text())
                .contains("is here in another form (version 1)")
                .contains("Brought by a file")
                .contains("new");
        assertThat(policies.list()).noneMatch(row -> row.policy().name().equals("Brought by a file"));

        test(button("Take in 2 policies")).click();
        assertThat(policies.get(mine.policy().id()).policy().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(policies.list()).anyMatch(row -> row.policy().name().equals("Brought by a file"));
        assertThat(text()).contains("Taken in: 2 policies");
    }

    @Test
    void aFileThatCannotBeReadSaysWhere() {
        UI.getCurrent().navigate("policies/import");
        test($(TextArea.class).single()).setValue("name: x\nseverity: [");
        test(button("Show what it would bring")).click();

        assertThat(text()).contains("nothing of it is taken").contains("at line");
    }

    @Test
    void theRiskListOffersItsFilterAsAPolicy() {
        UI.getCurrent().navigate("risk", QueryParameters.of("q", "privileged:yes"));

        test(button("Make this a policy")).click();

        assertThat(text()).contains("Privileged Container");
    }

    private void open() {
        UI.getCurrent()
                .navigate(
                        "policies", QueryParameters.of("sel", mine.policy().id().toString()));
    }

    private boolean isThere() {
        return policies.list().stream()
                .anyMatch(row -> row.policy().id().equals(mine.policy().id()));
    }

    private static Policy policy(String name) {
        return PolicyEdit.of(PolicyDraft.blank(UUID.randomUUID()).policy())
                .name(name)
                .addGroup(0, new Group("Privileged Container", Operator.OR, false, List.of("true")))
                .done();
    }

    private Button button(String text) {
        return $(Button.class).all().stream()
                .filter(button -> button.getText().equals(text) && button.isVisible())
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no button " + text));
    }

    private String text() {
        return $(Div.class).all().stream().map(PolicyLifeIT::text).collect(Collectors.joining("\n"));
    }

    private static String text(com.vaadin.flow.component.Component component) {
        return component.getElement().getTextRecursively();
    }
}
