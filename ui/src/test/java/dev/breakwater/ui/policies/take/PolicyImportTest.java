package dev.breakwater.ui.policies.take;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.BuiltInPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.PolicyDocument;
import dev.breakwater.engine.policy.PolicyEdit;
import dev.breakwater.engine.policy.PolicyRejected;
import dev.breakwater.ui.policies.draft.PolicyDraft;
import dev.breakwater.ui.policies.take.PolicyImport.Choice;
import dev.breakwater.ui.policies.take.PolicyImport.Entry;
import dev.breakwater.ui.policies.take.PolicyImport.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is in the way of a policy of a file, and what can be done about it. */
class PolicyImportTest {

    private static final Policy MINE = policy(UUID.randomUUID(), "Mine");
    private static final Policy BUILT_IN = BuiltInPolicies.all().getFirst();
    private static final List<StoredPolicy> HERE = List.of(
            stored(MINE, false, StoredPolicy.CONSOLE),
            stored(BUILT_IN, true, StoredPolicy.BUILT_IN),
            stored(policy(UUID.fromString("7b0f7e0e-0000-7000-8000-0000000000cc"), "From git"), false, "git:policies"));

    @Test
    void takesInWhatIsNew() {
        Entry entry = only(policy(UUID.randomUUID(), "Fresh"));

        assertThat(entry.standing()).isEqualTo(Standing.NEW);
        assertThat(entry.choices()).containsExactly(Choice.CREATE, Choice.SKIP);
    }

    @Test
    void hasNothingToDoWhereAllIsTheSame() {
        assertThat(only(MINE).standing()).isEqualTo(Standing.SAME);
        assertThat(only(MINE).choices()).containsExactly(Choice.SKIP);
    }

    @Test
    void asksAboutAnotherFormOfTheSame() {
        Policy louder = PolicyEdit.of(MINE).severity(Severity.CRITICAL).done();

        Entry entry = only(louder);

        assertThat(entry.standing()).isEqualTo(Standing.DIFFERS);
        assertThat(entry.choices()).containsExactly(Choice.OVERWRITE, Choice.KEEP_BOTH, Choice.SKIP);
        assertThat(entry.written(Choice.OVERWRITE, "", UUID::randomUUID)).isEqualTo(louder);
    }

    @Test
    void keepsBothUnderAnIdAndANameOfTheirOwn() {
        Entry entry = only(policy(UUID.randomUUID(), "mine"));
        UUID fresh = UUID.randomUUID();

        assertThat(entry.standing()).isEqualTo(Standing.NAME_TAKEN);
        assertThat(entry.freeName(Set.of("mine (imported)"))).isEqualTo("mine (imported 2)");
        Policy both = entry.written(Choice.KEEP_BOTH, " mine too ", () -> fresh);
        assertThat(both.id()).isEqualTo(fresh);
        assertThat(both.name()).isEqualTo("mine too");
        assertThat(entry.written(Choice.OVERWRITE, "", UUID::randomUUID).id()).isEqualTo(MINE.id());
    }

    @Test
    void adjustsABuiltInPolicyOnlyInWhatIsPeoples() {
        assertThat(only(PolicyEdit.of(BUILT_IN).enabled(!BUILT_IN.enabled()).done())
                        .choices())
                .contains(Choice.OVERWRITE);
        assertThat(only(PolicyEdit.of(BUILT_IN).description("Mine now.").done()).choices())
                .containsExactly(Choice.KEEP_BOTH, Choice.SKIP);
    }

    @Test
    void leavesWhatIsAppliedAsCode() {
        Policy changed =
                PolicyEdit.of(HERE.get(2).policy()).severity(Severity.LOW).done();

        assertThat(only(changed).standing()).isEqualTo(Standing.AS_CODE);
        assertThat(only(changed).choices().getFirst()).isEqualTo(Choice.SKIP);
    }

    @Test
    void saysWhatCannotBeJudgedAndWhatStandsTwice() {
        Policy wrong = PolicyEdit.of(policy(UUID.randomUUID(), "Wrong"))
                .changeGroup(0, 0, new Group("No Such Criterion", Operator.OR, false, List.of("x")))
                .done();
        Policy twice = policy(UUID.randomUUID(), "Twice");

        List<Entry> entries = PolicyImport.read(PolicyDocument.toYaml(List.of(wrong, twice, twice)), HERE);

        assertThat(entries).extracting(Entry::standing).containsExactly(Standing.WRONG, Standing.NEW, Standing.TWICE);
        assertThat(entries.getFirst().why()).contains("/sections/0/groups/0/criterion");
    }

    @Test
    void readsJsonAndRefusesWhatIsNeither() {
        assertThat(PolicyImport.read(PolicyDocument.toJson(List.of(policy(UUID.randomUUID(), "J"))), HERE))
                .hasSize(1);
        assertThatThrownBy(() -> PolicyImport.read("just words", HERE)).isInstanceOf(PolicyRejected.class);
    }

    private static Entry only(Policy policy) {
        return PolicyImport.read(PolicyDocument.toYaml(List.of(policy)), HERE).getFirst();
    }

    private static Policy policy(UUID id, String name) {
        return PolicyEdit.of(PolicyDraft.blank(id).policy())
                .name(name)
                .addGroup(0, new Group("Privileged Container", Operator.OR, false, List.of("true")))
                .done();
    }

    private static StoredPolicy stored(Policy policy, boolean builtIn, String origin) {
        return new StoredPolicy(policy, builtIn, 1, Instant.EPOCH, "ann", origin, false);
    }
}
