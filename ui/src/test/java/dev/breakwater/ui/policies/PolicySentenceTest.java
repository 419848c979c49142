package dev.breakwater.ui.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Policy.Exclusion;
import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.PolicyEdit;
import dev.breakwater.ui.policies.draft.PolicyDraft;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy means, in words that follow its criteria. */
class PolicySentenceTest {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Privileged Container    | OR  | false | true               | Privileged Container holds
                    Privileged Container    | OR  | true  | true               | Privileged Container does not hold
                    Image Tag               | OR  | false | latest             | Image Tag is latest
                    Image Tag               | OR  | false | v[0-9]+            | Image Tag matches v[0-9]+
                    Image Tag               | OR  | false | g/v*;g/w*          | Image Tag is like v* or like w*
                    Image Tag               | OR  | true  | latest             | Image Tag is not latest
                    Image Tag               | OR  | true  | latest;main        | Image Tag is not any of latest, main
                    CVSS                    | OR  | false | >= 7               | CVSS is at least 7
                    CVSS                    | AND | false | >= 7;< 9           | CVSS is at least 7 and less than 9
                    Image Age               | OR  | false | 90                 | Image Age is at least 90 days
                    Namespace Label         | OR  | false | env=prod           | Namespace Label has env=prod
                    Required Label          | OR  | false | owner=             | Required Label owner is missing
                    Required Label          | OR  | false | owner=;team=       | Required Label owner and team are missing
                    Required Label          | AND | false | owner=;team=       | Required Label owner or team is missing
                    Add Capabilities        | OR  | false | SYS_ADMIN;NET_RAW  | Add Capabilities is SYS_ADMIN or NET_RAW
                    No Such Criterion       | OR  | false | x                  | No Such Criterion is x
                    """)
    void saysACriterion(String criterion, Operator operator, boolean negated, String values, String words) {
        assertThat(RuleWords.of(new Group(criterion, operator, negated, List.of(values.split(";")))))
                .isEqualTo(words);
    }

    @Test
    void saysTheWholePolicy() {
        Policy policy = PolicyEdit.of(PolicyDraft.blank(new UUID(0, 1)).policy())
                .severity(Severity.CRITICAL)
                .addGroup(0, new Group("Privileged Container", Operator.OR, false, List.of("true")))
                .addGroup(0, new Group("Image Tag", Operator.OR, false, List.of("latest")))
                .addSection()
                .addGroup(1, new Group("Host Network", Operator.OR, false, List.of("true")))
                .scopes(List.of(scope("\"prod\"", ""), scope("", "pay")))
                .exclusions(List.of(
                        new Exclusion("known", "ann", scope("", "\"kube-system\""), null),
                        new Exclusion("over", "ann", scope("", "\"gone\""), NOW.minusSeconds(1))))
                .done();

        assertThat(words(policy))
                .isEqualTo("Opens a critical violation when for a container Privileged Container holds and Image Tag is"
                        + " latest, or when Host Network holds, only in cluster prod or namespace beginning with pay, but not in"
                        + " namespace kube-system.");
    }

    @Test
    void saysThatNothingIsAskedYet() {
        assertThat(words(PolicyDraft.blank(new UUID(0, 1)).policy())).contains("asks nothing yet");
    }

    private static String words(Policy policy) {
        return PolicySentence.of(policy, NOW).stream()
                .map(PolicySentence.Piece::text)
                .collect(Collectors.joining());
    }

    private static Scope scope(String cluster, String namespace) {
        return new Scope(cluster, namespace, "", List.of(), List.of());
    }
}
