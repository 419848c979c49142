package dev.breakwater.ui.policies.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.BuiltInPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.PolicyEdit;
import dev.breakwater.ui.policies.draft.PolicyDraft.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The form and the text change one policy, and neither loses what the other wrote. */
class PolicyDraftTest {

    private static final UUID ID = UUID.fromString("7b0f7e0e-0000-7000-8000-0000000000aa");
    private static final Group PRIVILEGED = new Group("Privileged Container", Operator.OR, false, List.of("true"));

    @Test
    void asksForANameAndACriterionFirst() {
        PolicyDraft draft = PolicyDraft.blank(ID);

        assertThat(draft.problems())
                .extracting(DraftProblem::message)
                .containsExactly("Give it a name.", "Add a criterion.");
        assertThat(draft.problems())
                .extracting(problem -> problem.step().orElseThrow())
                .containsExactly(Step.BASICS, Step.RULES);
        assertThat(draft.isChanged()).isFalse();
    }

    @Test
    void writesTheTextAnewWhenTheFormChanges() {
        PolicyDraft draft = PolicyDraft.blank(ID);
        List<Side> told = new ArrayList<>();
        draft.onChange(told::add);

        draft.change(edit -> edit.name("No privilege").addGroup(0, PRIVILEGED));

        assertThat(draft.text()).contains("name: No privilege").contains("criterion: Privileged Container");
        assertThat(draft.problems()).isEmpty();
        assertThat(draft.isChanged()).isTrue();
        assertThat(told).containsExactly(Side.FORM);
    }

    @Test
    void followsTheTextWithoutWritingItOver() {
        PolicyDraft draft = good();
        String typed = draft.text().replace("severity: MEDIUM", "severity:   CRITICAL # gravest");

        draft.write(typed);

        assertThat(draft.policy().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(draft.text()).isEqualTo(typed);
    }

    @Test
    void keepsThePolicyAndTheTypedTextWhileItCannotBeRead() {
        PolicyDraft draft = good();
        Policy before = draft.policy();
        String typed = draft.text().replace("enabled: true", "enabled: [true");

        draft.write(typed);

        assertThat(draft.isReadable()).isFalse();
        assertThat(draft.policy()).isEqualTo(before);
        assertThat(draft.text()).isEqualTo(typed);
        assertThat(draft.problems()).isNotEmpty();
        assertThat(draft.isChanged()).isTrue();

        draft.dropText();
        assertThat(draft.isReadable()).isTrue();
        assertThat(draft.text()).contains("enabled: true");
        assertThat(draft.problems()).isEmpty();
    }

    @Test
    void namesTheFieldAndTheLineOfWhatIsWrong() {
        PolicyDraft draft = good();

        draft.write(draft.text().replace("- \"true\"", "- \"maybe\""));

        DraftProblem problem = draft.problems().getFirst();
        assertThat(problem.pointer()).isEqualTo("/sections/0/groups/0/values/0");
        assertThat(problem.place()).isEqualTo("alternative 1, criterion 1, value 1");
        assertThat(draft.text().lines().toList().get(problem.line() - 1)).contains("maybe");
        assertThat(problem.step()).contains(Step.RULES);
    }

    @Test
    void refusesAFieldThatThereIsNotByItsLine() {
        PolicyDraft draft = good();

        draft.write(draft.text() + "colour: blue\n");

        assertThat(draft.isReadable()).isFalse();
        DraftProblem problem = draft.problems().getFirst();
        assertThat(problem.pointer()).isEqualTo("/colour");
        assertThat(draft.text().lines().toList().get(problem.line() - 1)).startsWith("colour");
    }

    @Test
    void takesOnePolicyOnly() {
        PolicyDraft draft = good();

        draft.write(draft.text() + draft.text());

        assertThat(draft.isReadable()).isFalse();
        assertThat(draft.problems().getFirst().message()).contains("one policy here");
    }

    @Test
    void locksTheTextOfABuiltInPolicyButNotWhatIsPeoples() {
        Policy came = BuiltInPolicies.all().getFirst();
        PolicyDraft draft = PolicyDraft.of(stored(came, true));
        Severity other = came.severity() == Severity.LOW ? Severity.HIGH : Severity.LOW;

        draft.change(edit -> edit.severity(other).enabled(!came.enabled()));
        assertThat(draft.problems()).isEmpty();

        draft.change(edit -> edit.name("Mine now").addSection());
        assertThat(draft.problems()).extracting(DraftProblem::pointer).contains("/name", "/sections");
        assertThat(draft.problems().getFirst().message()).contains("Clone it");
    }

    @Test
    void keepsItsIdButForAnotherOneOfItsOwn() {
        PolicyDraft draft = PolicyDraft.of(stored(good().policy(), false));

        draft.write(draft.text().replace(ID.toString(), "7b0f7e0e-0000-7000-8000-0000000000bb"));

        assertThat(draft.problems()).extracting(DraftProblem::pointer).containsExactly("/id");
    }

    @Test
    void clonesWithoutTheExclusionsThatWereDecidedForTheOther() {
        Policy policy = PolicyEdit.of(good().policy())
                .exclusions(List.of(new Policy.Exclusion(
                        "known", "ann", new Policy.Scope("", "\"pay\"", "", List.of(), List.of()), null)))
                .done();

        PolicyDraft clone = PolicyDraft.cloneOf(stored(policy, true), UUID.randomUUID());

        assertThat(clone.policy().name()).isEqualTo("No privilege (copy)");
        assertThat(clone.policy().exclusions()).isEmpty();
        assertThat(clone.policy().sections()).isEqualTo(policy.sections());
        assertThat(clone.saved()).isNull();
        assertThat(clone.isBuiltIn()).isFalse();
        assertThat(clone.problems()).isEmpty();
    }

    @Test
    void goesOnFromWhatSomebodyElseSaved() {
        StoredPolicy mine = stored(good().policy(), false);
        PolicyDraft draft = PolicyDraft.of(mine);
        draft.change(edit -> edit.severity(Severity.HIGH));
        StoredPolicy theirs = new StoredPolicy(
                PolicyEdit.of(mine.policy()).name("Theirs").done(), false, 2, Instant.EPOCH, "bob", "console", false);

        draft.startFrom(theirs);

        assertThat(draft.saved()).isEqualTo(theirs);
        assertThat(draft.policy().severity()).isEqualTo(Severity.HIGH);
        assertThat(draft.isChanged()).isTrue();
    }

    @Test
    void movesACriterionFromOneAlternativeToAnother() {
        PolicyDraft draft = good();
        Group root = new Group("Image Tag", Operator.OR, false, List.of("latest"));
        draft.change(edit -> edit.addSection().addGroup(1, root));

        draft.change(edit -> edit.moveGroup(1, 0, 0, 99).removeSection(1));

        assertThat(draft.policy().sections()).hasSize(1);
        assertThat(draft.policy().sections().getFirst().groups()).containsExactly(PRIVILEGED, root);
    }

    private static PolicyDraft good() {
        return PolicyDraft.fresh(PolicyEdit.of(PolicyDraft.blank(ID).policy())
                .name("No privilege")
                .addGroup(0, PRIVILEGED)
                .done());
    }

    private static StoredPolicy stored(Policy policy, boolean builtIn) {
        return new StoredPolicy(
                policy,
                builtIn,
                1,
                Instant.EPOCH,
                "system",
                builtIn ? StoredPolicy.BUILT_IN : StoredPolicy.CONSOLE,
                false);
    }
}
