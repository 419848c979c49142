package dev.breakwater.central.detection.internal;

import static dev.breakwater.central.detection.internal.TriageFixture.ALL;
import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.detection.Assignee;
import dev.breakwater.central.detection.Assignee.Kind;
import dev.breakwater.central.detection.DecisionOutcome;
import dev.breakwater.central.detection.Selection;
import dev.breakwater.central.detection.Triage;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.OptimisticLockingFailureException;

class DecisionIT {

    private static final Assignee ADA = new Assignee(Kind.PERSON, "ada");

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    private static TriageFixture violations;
    private static Triage triage;

    @BeforeAll
    static void take() {
        violations = new TriageFixture(central);
        triage = central.bean(Triage.class);
        central.jdbc()
                .sql("insert into users (id, username, password_hash, role, enabled, created_at, version)"
                        + " values (gen_random_uuid(), 'ada', '', 'ADMIN', true, now(), 0)")
                .update();
    }

    @Test
    void givesViolationsToSomebodyAndTakesItBack() {
        WorkloadSpec spec = deployment("assign", "web", "registry.example.com/web:1", true);
        central.send(spec);
        UUID id = violations.of(spec).id();

        DecisionOutcome given = triage.assign(Selection.of(id), ADA, "on call", false, ALL);
        assertThat(violations.list("assignee:me namespace:assign"))
                .extracting(row -> row.id())
                .containsExactly(id);
        assertThat(violations.of(spec).assignee()).isEqualTo(ADA);
        assertThat(violations.history(spec)).last().isEqualTo("ada ASSIGNED: to ada: on call");
        assertThat(triage.assign(Selection.of(id), ADA, "", false, ALL).unchanged())
                .isEqualTo(1);

        central.send(deployment("assign", "web", "registry.example.com/web:2", true));
        assertThat(violations.of(spec).assignee()).isEqualTo(ADA);

        triage.undo(given.id(), ALL);
        assertThat(violations.of(spec).assignee()).isNull();
        assertThat(violations.count("assignee:none namespace:assign")).isEqualTo(violations.count("namespace:assign"));
        assertThat(central.jdbc()
                        .sql("select actor || ' ' || action from audit_log where object_id in (?, ?) order by id")
                        .param(id.toString())
                        .param(given.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("ada assigned", "ada undone");
    }

    @Test
    void givesNothingToWhomNobodyKnows() {
        WorkloadSpec spec = deployment("stranger", "web", "registry.example.com/web:1", true);
        central.send(spec);
        Selection selection = Selection.of(violations.of(spec).id());
        assertThatThrownBy(() -> triage.assign(selection, new Assignee(Kind.PERSON, "eve"), "", false, ALL))
                .isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> triage.assign(selection, new Assignee(Kind.TEAM, "eve"), "", false, ALL))
                .isInstanceOf(InvalidRequest.class);
        assertThat(triage.assignees()).contains(ADA);
    }

    @Test
    void commentsManyAtOnceAndKeepsTheTextOutOfTheHistory() {
        WorkloadSpec spec = deployment("comment", "web", "registry.example.com/web:1", true);
        central.send(spec);
        UUID id = violations.of(spec).id();
        String text = "<script>alert(1)</script> is only text";

        DecisionOutcome said = triage.comment(Selection.matching("namespace:comment"), text, false, ALL);

        assertThat(said.changed()).isEqualTo(violations.count("namespace:comment"));
        assertThat(triage.comments(id, ALL)).singleElement().satisfies(comment -> {
            assertThat(comment.author()).isEqualTo("ada");
            assertThat(comment.body()).isEqualTo(text);
        });
        assertThat(violations.history(spec)).last().isEqualTo("ada COMMENTED: ");
        triage.undo(said.id(), ALL);
        assertThat(triage.comments(id, ALL)).isEmpty();
        assertThatThrownBy(() -> triage.comment(Selection.of(id), "x".repeat(4001), false, ALL))
                .isInstanceOf(InvalidRequest.class);
    }

    @Test
    void takesNobodysWordWhileTheCauseIsThere() {
        WorkloadSpec spec = deployment("resolve", "web", "registry.example.com/web:1", true);
        central.send(spec);
        UUID id = violations.of(spec).id();

        DecisionOutcome refused = triage.resolve(Selection.of(id), "I looked", false, ALL);

        assertThat(refused.changed()).isZero();
        assertThat(refused.refused())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).startsWith("The cause is still there."));
        assertThat(violations.of(spec).state()).isEqualTo("OPEN");
    }

    @Test
    void resolvesByHandWhatCannotBeJudgedAnyMore() {
        String policy = "No policy for incoming traffic";
        Policies policies = central.bean(Policies.class);
        policies.list().stream()
                .filter(stored -> stored.policy().name().equals(policy))
                .forEach(stored -> policies.enable(stored.policy().id()));
        central.send(deployment("blind", "web", "registry.example.com/web:1", true));
        String q = "namespace:blind policy:\"" + policy + "\"";
        assertThat(violations.list(q))
                .singleElement()
                .satisfies(row -> assertThat(row.unconfirmed()).isFalse());
        central.jdbc()
                .sql("update cluster_coverage set sight = 'FORBIDDEN' where kind = ?")
                .param(ObjectKind.NETWORK_POLICY.name())
                .update();
        central.send(deployment("blind", "web", "registry.example.com/web:2", true));
        assertThat(violations.list(q + " unconfirmed:yes")).hasSize(1);

        triage.resolve(Selection.matching(q), "the policy is there, I looked", false, ALL);
        assertThat(violations.list(q)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo("RESOLVED");
            assertThat(row.resolvedBy()).isEqualTo("ada");
        });
        DecisionOutcome reopened = triage.reopen(Selection.matching(q), "", false, ALL);
        assertThat(reopened.changed()).isEqualTo(1);
        assertThat(violations.list(q + " state:open unconfirmed:yes")).hasSize(1);
        triage.undo(reopened.id(), ALL);

        central.jdbc()
                .sql("update cluster_coverage set sight = 'SEEN' where kind = ?")
                .param(ObjectKind.NETWORK_POLICY.name())
                .update();
        central.send(deployment("blind", "web", "registry.example.com/web:3", true));
        assertThat(violations.list(q)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo("OPEN");
            assertThat(row.resolvedBy()).isEmpty();
        });
    }

    @Test
    void overrulesNobodyUnseen() {
        WorkloadSpec spec = deployment("race", "web", "registry.example.com/web:1", true);
        central.send(spec);
        UUID id = violations.of(spec).id();
        int seen = violations.of(spec).decisions();
        triage.assign(Selection.of(id), ADA, "", false, ALL);
        assertThatThrownBy(() -> triage.assign(new Selection(null, List.of(id), seen), null, "", false, ALL))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(violations.of(spec).assignee()).isEqualTo(ADA);
    }

    @Test
    void decidesOnlyOverWhatMayBeSeen() {
        WorkloadSpec mine = deployment("mine", "web", "registry.example.com/web:1", true);
        WorkloadSpec theirs = deployment("theirs", "web", "registry.example.com/web:1", true);
        central.send(mine, theirs);
        AccessScope scope = AccessScope.ofNamespace(JudgingCentral.CLUSTER, "mine");
        assertThatThrownBy(() -> triage.assign(
                        Selection.of(List.of(
                                violations.of(mine).id(), violations.of(theirs).id())),
                        ADA,
                        "",
                        false,
                        scope))
                .isInstanceOf(NotFound.class);
        triage.assign(Selection.matching("policy:\"" + TriageFixture.POLICY + "\""), ADA, "", false, scope);
        assertThat(violations.of(mine).assignee()).isEqualTo(ADA);
        assertThat(violations.of(theirs).assignee()).isNull();
        DecisionOutcome all = triage.assign(Selection.matching("namespace:theirs"), ADA, "", false, ALL);
        assertThatThrownBy(() -> triage.undo(all.id(), scope))
                .isInstanceOf(org.springframework.security.access.AccessDeniedException.class);
    }
}
