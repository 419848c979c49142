package dev.breakwater.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.breakwater.engine.policy.Policy.Exclusion;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.PolicyRejected.Problem;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class PolicyDocumentProperties {

    @Property(tries = 500)
    void whatIsWrittenIsReadBack(
            @ForAll long rules,
            @ForAll @StringLength(max = 50) String reason,
            @ForAll @StringLength(max = 20) String namespace,
            @ForAll @IntRange(max = Integer.MAX_VALUE) int seconds) {
        Scope scope = new Scope("prod", namespace, "true", List.of("a=1", "no"), List.of("1e3"));
        Policy policy = Policies.scoped(
                RandomPolicy.of(rules),
                List.of(scope),
                List.of(new Exclusion(reason, "me", scope, Instant.ofEpochSecond(seconds))));
        assertThat(PolicyDocument.read(PolicyDocument.toJson(List.of(policy)))).containsExactly(policy);
        assertThat(PolicyDocument.read(PolicyDocument.toYaml(List.of(policy, policy))))
                .containsExactly(policy, policy);
        String exported = PolicyDocument.toYaml(List.of(policy));
        assertThat(PolicyDocument.toYaml(PolicyDocument.read(exported))).isEqualTo(exported);
    }

    @Example
    void keepsLineEndsThatYamlWouldFold() {
        for (String odd : List.of("\r", "\u0085", "\u2028", "\u2029", "\ufeff", "a\n\u2028b")) {
            whatIsWrittenIsReadBack(0, odd, "x" + odd + "y", 0);
        }
    }

    @Property(tries = 2_000)
    void readsOrRefusesWhateverIsSent(@ForAll String document) {
        assertThat(PolicyLint.lint(document).findings()).allMatch(finding -> finding.line() >= 0);
        try {
            assertThat(PolicyDocument.read(document)).isNotNull();
        } catch (PolicyRejected e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }

    @Property(tries = 500)
    void readsOrRefusesADamagedPolicy(@ForAll long rules, @ForAll @IntRange(max = 600) int at, @ForAll char other) {
        StringBuilder document = new StringBuilder(PolicyDocument.toYaml(List.of(RandomPolicy.of(rules))));
        document.setCharAt(Math.min(at, document.length() - 1), other);
        readsOrRefusesWhateverIsSent(document.toString());
    }

    @Example
    void keepsNumbersAsTheyAreWritten() {
        String document = PolicyDocument.toYaml(List.of(Policies.of(Policies.any("Image Tag", "VALUE"))))
                .replace("VALUE", "1.10")
                .replace("\"1.10\"", "1.10");
        assertThat(PolicyDocument.read(document)
                        .getFirst()
                        .sections()
                        .getFirst()
                        .groups()
                        .getFirst()
                        .values())
                .containsExactly("1.10");
    }

    @Example
    void refusesNestingAndAliasesMadeToFillTheMemory() {
        assertThatThrownBy(() -> PolicyDocument.read("[".repeat(100_000))).isInstanceOf(PolicyRejected.class);
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        assertThatThrownBy(() -> PolicyDocument.read(bomb.toString())).isInstanceOf(PolicyRejected.class);
    }

    @Example
    void namesFieldValueAndWhatIsAllowed() {
        String document = """
                id: 1
                name: Odd
                severity: IMPORTANT
                stages: [NIGHT]
                colour: red
                sections:
                  - groups:
                      - criterion: [Host PID]
                        negated: perhaps
                exclusions:
                  - reason: why
                    expiresAt: tomorrow
                """;
        List<Problem> problems = catchThrowableOfType(PolicyRejected.class, () -> PolicyDocument.read(document))
                .problems();
        assertThat(problems)
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder(
                        "/id",
                        "/severity",
                        "/stages/0",
                        "/colour",
                        "/sections/0/groups/0/criterion",
                        "/sections/0/groups/0/negated",
                        "/exclusions/0/scope",
                        "/exclusions/0/expiresAt");
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.policy()).isEqualTo("Odd");
            assertThat(problem.allowed()).contains("Allowed");
        });
    }
}
