package dev.breakwater.ui.policies.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.policy.PolicyEdits;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.PolicyDocument;
import dev.breakwater.engine.policy.PolicyEdit;
import dev.breakwater.ui.ConsoleFixture;
import dev.breakwater.ui.ConsoleTest;
import dev.breakwater.ui.policies.draft.PolicyDraft;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** Each step of the editor and what it says in its states, on the real central. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class PolicyEditorIT extends SpringBrowserlessTest {

    @Autowired
    ConsoleFixture fixture;

    @Autowired
    Policies policies;

    @Autowired
    PolicyEdits edits;

    @BeforeEach
    void send() {
        fixture.send();
    }

    @AfterEach
    void asBefore() {
        policies.list().stream()
                .filter(row -> !row.builtIn())
                .forEach(row -> edits.delete(row.policy().id(), "test is over"));
    }

    @Test
    void aNewPolicySaysWhatIsMissingWithoutComplaining() {
        UI.getCurrent().navigate("policies/new");

        assertThat($(H1.class).single().getText()).isEqualTo("New policy");
        assertThat(button("Create policy…").isEnabled()).isFalse();
        assertThat(step("Basics")).contains("1 thing to fill in");
        assertThat(step("Rules")).contains("1 thing to fill in");
        assertThat(field("Name").isInvalid()).isFalse();
        assertThat(words($(SentenceBox.class).single())).contains("asks nothing yet");
    }

    @Test
    void everyStepIsReachedAtOnceAndStandsInTheAddress() {
        for (String step : List.of("basics", "when", "rules", "scope", "actions", "preview")) {
            UI.getCurrent().navigate("policies/new", QueryParameters.of("step", step));

            assertThat($(NativeButton.class).all().stream()
                            .filter(button -> "step".equals(button.getElement().getAttribute("aria-current")))
                            .map(PolicyEditorIT::words))
                    .singleElement()
                    .asString()
                    .containsIgnoringCase(step);
        }
    }

    @Test
    void isMadeInTheFormAndJudgesFromThenOn() {
        UI.getCurrent().navigate("policies/new");
        test(field("Name")).setValue("Front door");
        go("Rules");
        test(button("Criterion…")).click();
        test($(TextField.class, $(Dialog.class).single()).single()).setValue("privileged container");
        test(choice("Privileged Container")).click();

        assertThat(words($(SentenceBox.class).single())).contains("Privileged Container holds");
        assertThat(step("Rules")).contains("1 criterion");
        test(button("Create policy…")).click();
        await("Create policy");
        test(button("Create policy")).click();

        StoredPolicy made = named("Front door");
        assertThat(made.policy().sections().getFirst().groups())
                .containsExactly(new Group("Privileged Container", Operator.OR, false, List.of("true")));
        assertThat(made.origin()).isEqualTo(StoredPolicy.CONSOLE);
    }

    @Test
    void theTextChangesTheFormAndAnErrorIsSaidAtItsFieldAndLine() {
        StoredPolicy stored = edits.create(policy("Typed", "CVSS", ">= 7"));
        open(stored, "basics");
        String text = PolicyDocument.toYaml(List.of(stored.policy()));

        type(text.replace("severity: MEDIUM", "severity: CRITICAL"));
        assertThat(severity().getValue()).isEqualTo(Severity.CRITICAL);
        assertThat(button("Save version 2…").isEnabled()).isTrue();

        type(text.replace(">= 7", "very high"));
        go("Rules");
        assertThat(button("Save version 2…").isEnabled()).isFalse();
        assertThat(words($(YamlPane.class).single()))
                .contains("1 thing to mend")
                .contains("alternative 1, criterion 1, value 1");

        type(text.replace("enabled: true", "enabled: [true"));
        assertThat(words($(YamlPane.class).single())).contains("cannot be read");
        assertThat(button("Take the text back").isVisible()).isTrue();
        test(button("Take the text back")).click();
        assertThat(words($(YamlPane.class).single())).contains("1 thing to mend");
    }

    @Test
    void aBuiltInPolicyIsLockedButForWhatIsPeoples() {
        StoredPolicy stored = named("Privileged container");
        open(stored, "basics");

        assertThat(field("Name").isReadOnly()).isTrue();
        assertThat(severity().isReadOnly()).isFalse();
        assertThat(text()).contains("Built in");
        go("Rules");
        assertThat($(Button.class).all()).extracting(Button::getText).doesNotContain("Criterion…", "Alternative");
        go("Scope");
        assertThat($(Button.class).all()).extracting(Button::getText).contains("Place", "Exclusion");
        go("Actions");
        assertThat($(Checkbox.class).single().isReadOnly()).isFalse();
    }

    @Test
    void savesAVersionWithItsReasonAndShowsWhatSomebodyElseDidInBetween() {
        StoredPolicy stored = edits.create(policy("Contested", "Privileged Container", "true"));
        open(stored, "basics");
        test(severity()).selectItem("Low");
        edits.replace(
                stored.policy().id(),
                1,
                PolicyEdit.of(stored.policy()).description("changed by another").done(),
                "was quicker");

        test(button("Save version 2…")).click();
        test(textArea("Reason")).setValue("too loud");
        await("Save version 2");
        test(button("Save version 2")).click();

        assertThat($(ConflictDialog.class).single().getHeaderTitle()).contains("version 2");
        test(button("Save mine over theirs…")).click();
        await("Save version 3");
        test(button("Save version 3")).click();
        assertThat(edits.versions(stored.policy().id()))
                .first()
                .satisfies(version -> assertThat(version.policy().severity()).isEqualTo(Severity.LOW));
    }

    @Test
    void theScopeSaysHowManyWorkloadsItReaches() {
        StoredPolicy stored = edits.create(PolicyEdit.of(policy("Placed", "Privileged Container", "true"))
                .scopes(List.of(new Policy.Scope("", "\"payments\"", "\"svc-1\"", List.of(), List.of())))
                .done());
        open(stored, "scope");

        assertThat(text()).containsPattern("Reaches 1 of \\d+ workloads today");
        test(button("Place")).click();
        assertThat(text()).containsPattern("Reaches (\\d+) of \\1 workloads today");
    }

    @Test
    void thePreviewSaysWhatWouldOpenAndGrowsStaleWithTheNextChange() {
        StoredPolicy stored = edits.create(PolicyEdit.of(policy("Tried", "Image Tag", "latest"))
                .enabled(false)
                .done());
        open(stored, "preview");
        await("Run it again");

        assertThat(step("Preview")).containsPattern("\\d+ open, 0 close");
        assertThat(words($(PreviewStep.class).single()))
                .contains("would open, once on")
                .contains("svc-1")
                .contains("has the tag latest");

        go("Rules");
        assertThat(words($(Span.class).withClassName("bw-ed-group-count").single()))
                .as("workloads that the criterion finds by itself")
                .matches("[1-9][0-9]*");
        type(PolicyDocument.toYaml(List.of(stored.policy())).replace("- latest", "- no-such-tag"));
        assertThat(step("Preview")).contains("out of date");
        assertThat(words($(Span.class).withClassName("bw-ed-group-count").single()))
                .isEmpty();
        go("Preview");
        await("Run it again");
        assertThat(words($(PreviewStep.class).single())).contains("No violation would open");
    }

    @Test
    void anExclusionNeedsItsReason() {
        open(edits.create(policy("Excluding", "Privileged Container", "true")), "scope");

        test(button("Exclusion")).click();
        assertThat(step("Scope")).contains("1 thing to mend");
        assertThat(field("Reason").isInvalid()).isTrue();
        test(field("Reason")).setValue("known and accepted");
        assertThat(step("Scope")).contains("1 exclusion");
        assertThat(button("Save version 2…").isEnabled()).isTrue();
    }

    @Test
    void valuesCombineAndTurnRoundWhereThatIsAllowed() {
        StoredPolicy stored = edits.create(policy("Choosing", "Add Capabilities", "SYS_ADMIN"));
        open(stored, "rules");

        @SuppressWarnings("unchecked")
        MultiSelectComboBox<String> capabilities = $(MultiSelectComboBox.class).single();
        test(capabilities).selectItem("SYS_ADMIN", "NET_RAW");
        assertThat(quantifiers()).containsExactly("if any of", "if all of", "if none of", "if not all of");
    }

    @Test
    void whatFiresOnAbsenceIsNotTurnedRound() {
        open(edits.create(policy("Lacking", "Required Label", "owner=")), "rules");
        assertThat($(Select.class).all().stream().filter(select -> select.hasClassName("bw-ed-how")))
                .isEmpty();
        assertThat(text()).contains("if missing");
    }

    @Test
    void aFilterBecomesAPolicyAndSaysWhatItCouldNotTake() {
        UI.getCurrent()
                .navigate(
                        "policies/new",
                        QueryParameters.simple(Map.of("q", "privileged:yes namespace:pay* risk:>10", "step", "rules")));

        assertThat(text()).contains("No criterion asks for risk:>10");
        assertThat(words($(SentenceBox.class).single()))
                .contains("Privileged Container holds")
                .contains("namespace like pay");
    }

    @Test
    void cloningBeginsAPolicyOfOnesOwn() {
        StoredPolicy stored = named("Privileged container");
        UI.getCurrent()
                .navigate(
                        "policies/new",
                        QueryParameters.of("from", stored.policy().id().toString()));

        assertThat(field("Name").getValue()).isEqualTo("Privileged container (copy)");
        assertThat(field("Name").isReadOnly()).isFalse();
        assertThat(button("Create policy…").isEnabled()).isTrue();
    }

    @Test
    void leavingWithChangesAsksFirst() {
        open(edits.create(policy("Unsaved", "Privileged Container", "true")), "basics");
        test(field("Name")).setValue("Changed");

        UI.getCurrent().navigate("coverage");
        assertThat($(H1.class).single().getText()).isEqualTo("Unsaved");
        test(button("Keep editing")).click();
        assertThat(field("Name").getValue()).isEqualTo("Changed");

        UI.getCurrent().navigate("coverage");
        test(button("Leave")).click();
        assertThat($(H1.class).single().getText()).isEqualTo("Coverage");
    }

    @Test
    void leavingWithoutChangesDoesNot() {
        open(named("Privileged container"), "basics");

        UI.getCurrent().navigate("coverage");

        assertThat($(H1.class).single().getText()).isEqualTo("Coverage");
    }

    @Test
    @WithMockUser(username = "ann", roles = "ANALYST")
    void isForAdministrators() {
        UI.getCurrent().navigate("policies/new");

        assertThat($(EditorPage.class).all()).isEmpty();
    }

    private void open(StoredPolicy stored, String step) {
        UI.getCurrent().navigate("policies/" + stored.policy().id() + "/edit", QueryParameters.of("step", step));
    }

    private static Policy policy(String name, String criterion, String value) {
        return PolicyEdit.of(PolicyDraft.blank(UUID.randomUUID()).policy())
                .name(name)
                .addGroup(0, new Group(criterion, Operator.OR, false, List.of(value)))
                .done();
    }

    private StoredPolicy named(String name) {
        return policies.list().stream()
                .filter(row -> row.policy().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void type(String text) {
        YamlEditor editor = $(YamlEditor.class).single();
        ComponentUtil.fireEvent(editor, new YamlEditor.ChangeEvent(editor, true, text));
    }

    private void go(String step) {
        test($(NativeButton.class).all().stream()
                        .filter(button -> button.hasClassName("bw-ed-step")
                                && words(button).contains(step))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private String step(String name) {
        return $(NativeButton.class).all().stream()
                .filter(button -> button.hasClassName("bw-ed-step"))
                .map(PolicyEditorIT::words)
                .filter(words -> words.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private NativeButton choice(String criterion) {
        return $(NativeButton.class).all().stream()
                .filter(button -> button.hasClassName("bw-ed-palette-choice")
                        && words(button).startsWith(criterion))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private Select<Severity> severity() {
        return (Select<Severity>) $(Select.class).all().stream()
                .filter(select -> "Severity".equals(select.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private List<String> quantifiers() {
        Select<Quantifier> how = (Select<Quantifier>) $(Select.class).all().stream()
                .filter(select -> select.hasClassName("bw-ed-how"))
                .findFirst()
                .orElseThrow();
        return how.getListDataView()
                .getItems()
                .map(one -> how.getItemLabelGenerator().apply(one))
                .toList();
    }

    private TextField field(String label) {
        return $(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private TextArea textArea(String label) {
        return $(TextArea.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String text) {
        return $(Button.class).all().stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text + " among "
                        + Set.copyOf($(Button.class).all().stream()
                                .map(Button::getText)
                                .toList())));
    }

    /** Lets what runs in the background tell the page, until a button can be pressed. */
    private void await(String text) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        VaadinSession session = UI.getCurrent().getSession();
        while ($(Button.class).all().stream()
                .noneMatch(button -> button.getText().equals(text) && button.isEnabled() && button.isVisible())) {
            assertThat(System.nanoTime()).as("waiting for " + text).isLessThan(deadline);
            session.getService().runPendingAccessTasks(session);
            Thread.onSpinWait();
        }
    }

    private String text() {
        return words($(EditorPage.class).single());
    }

    private static String words(Component component) {
        return component.getElement().getTextRecursively();
    }
}
