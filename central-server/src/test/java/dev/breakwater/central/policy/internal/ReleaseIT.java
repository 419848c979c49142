package dev.breakwater.central.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.policy.PolicyEdits;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.BuiltInPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.PolicyDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A new release brings its text, and leaves what people made of it. */
class ReleaseIT {

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    private final Policies policies = central.bean(Policies.class);
    private final PolicyEdits edits = central.bean(PolicyEdits.class);

    @Test
    void leavesWhatPeopleAdjustedAndRenewsTheRest() {
        StoredPolicy before = policies.list().stream()
                .filter(stored -> stored.builtIn() && stored.policy().severity() == Severity.HIGH)
                .findFirst()
                .orElseThrow();
        Policy adjusted = with(
                before.policy(),
                yaml -> yaml.replaceFirst("severity: \\w+", "severity: LOW") + "scopes:\n- namespace: pay\n");
        edits.replace(before.policy().id(), before.version(), adjusted, "ours");

        release(
                before.policy().id(),
                yaml -> yaml.replaceFirst("severity: \\w+", "severity: CRITICAL")
                        .replaceFirst("rationale: (?s:.*?)\nremediation", "rationale: better said\nremediation"));

        StoredPolicy after = policies.get(before.policy().id());
        assertThat(after.policy().rationale()).isEqualTo("better said");
        assertThat(after.policy().severity()).isEqualTo(Severity.LOW);
        assertThat(after.policy().scopes()).containsExactly(new Scope("", "pay", "", List.of(), List.of()));
        assertThat(after.differs()).isTrue();
        assertThat(edits.versions(before.policy().id()).getFirst().reason()).isEqualTo("a new release");
    }

    @Test
    void takesTheSeverityOfTheReleaseWhereNobodyChoseAnother() {
        StoredPolicy before = builtIn(5);

        release(before.policy().id(), yaml -> yaml.replaceFirst("severity: \\w+", "severity: CRITICAL"));

        assertThat(policies.get(before.policy().id()).policy().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(policies.get(before.policy().id()).differs()).isFalse();
    }

    @Test
    void yieldsItsNameToAPolicyOfPeoplesOwn() {
        Policy own = with(
                builtIn(7).policy().withId(new UUID(0, 7)),
                yaml -> yaml.replaceFirst("name: [^\n]*", "name: Taken already"));
        edits.create(own);

        release(builtIn(9).policy().id(), yaml -> yaml.replaceFirst("name: [^\n]*", "name: Taken already"));
        assertThat(policies.get(builtInId(9)).policy().name()).isEqualTo("Taken already (built in)");
        assertThat(policies.get(new UUID(0, 7)).policy().name()).isEqualTo("Taken already");

        edits.delete(new UUID(0, 7), "");
        release(builtInId(9), yaml -> yaml.replaceFirst("name: [^\n]*", "name: Taken already"));
        assertThat(policies.get(builtInId(9)).policy().name()).isEqualTo("Taken already");
    }

    @Test
    void deletesOldVersionsButForTheLast() {
        Policy own = with(
                builtIn(11).policy().withId(new UUID(0, 11)),
                yaml -> yaml.replaceFirst("name: [^\n]*", "name: Of long ago"));
        StoredPolicy first = edits.create(own);
        edits.replace(own.id(), first.version(), own.switched(!own.enabled()), "");
        String rule = new PolicyConfiguration().policyVersionRetention().delete();
        String later = central.clock().instant().plus(Duration.ofDays(1)).toString();

        while (central.jdbc().sql(rule).params(later, 50).update() > 0) {
            assertThat(edits.versions(own.id())).isNotEmpty();
        }

        assertThat(edits.versions(own.id()))
                .extracting(version -> version.number())
                .containsExactly(2);
        assertThat(edits.versions(builtInId(1))).hasSize(1);
    }

    private StoredPolicy builtIn(int number) {
        return policies.get(builtInId(number));
    }

    private static UUID builtInId(int number) {
        return BuiltInPolicies.all().get(number).id();
    }

    private static Policy with(Policy policy, UnaryOperator<String> edit) {
        return PolicyDocument.read(edit.apply(PolicyDocument.toYaml(List.of(policy))))
                .getFirst();
    }

    /** Starts on a release in which one policy is another. */
    private static void release(UUID id, UnaryOperator<String> edit) {
        List<Policy> release = new ArrayList<>(BuiltInPolicies.all());
        release.replaceAll(policy -> policy.id().equals(id) ? with(policy, edit) : policy);
        new TransactionTemplate(central.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> central.bean(Catalogue.class).synchronise(release));
    }
}
