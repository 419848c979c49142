package dev.breakwater.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.breakwater.engine.policy.PolicyLint.Finding;
import dev.breakwater.engine.policy.PolicyLint.Linted;
import org.junit.jupiter.api.Test;

class PolicyLintTest {

    private static final String GOOD = """
            # what it is for
            id: 3f2b8c1e-5d0a-4c57-9a8e-0c1d2e3f4a5b
            name: One
            severity: HIGH
            stages: [DEPLOY]
            sections:
            - groups:
              - criterion: Privileged Container
                values: ["true"]
            """;

    @Test
    void namesTheLineOfEverythingThatIsWrong() {
        Linted linted = PolicyLint.lint(GOOD + """
                ---
                id: 3f2b8c1e-5d0a-4c57-9a8e-0c1d2e3f4a5c
                name: Two
                severity: URGENT
                colour: red
                stages: [DEPLOY]
                sections:
                - groups:
                  - criterion: Privileged Container
                    values:
                    - "true"
                ---
                - id: 3f2b8c1e-5d0a-4c57-9a8e-0c1d2e3f4a5d
                  name: Three
                  severity: HIGH
                  stages: [DEPLOY]
                  sections:
                  - groups:
                    - criterion: Image Tag
                      values:
                      - latest
                      - r/(
                    - criterion: Nothing Such
                      values: [x]
                  scopes:
                  - namespace: r/)
                """);

        assertThat(linted.policies())
                .extracting(located -> located.policy().name(), PolicyLint.Located::line)
                .containsExactly(tuple("One", 2));
        assertThat(linted.findings())
                .extracting(Finding::policy, Finding::pointer, Finding::line, Finding::value)
                .containsExactlyInAnyOrder(
                        tuple("Two", "/severity", 13, "URGENT"),
                        tuple("Two", "/colour", 14, "red"),
                        tuple("Three", "/sections/0/groups/0/values/1", 31, "r/("),
                        tuple("Three", "/sections/0/groups/1/criterion", 32, "Nothing Such"),
                        tuple("Three", "/scopes/0/namespace", 35, "r/)"));
    }

    @Test
    void namesTheLineOfWhatIsNoYaml() {
        assertThat(PolicyLint.lint("id: x\nname: [\nfoo").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.line()).isBetween(2, 3));
    }

    @Test
    void namesTheLineInJson() {
        assertThat(PolicyLint.lint("[\n {\n  \"name\": \"x\",\n  \"severity\": \"LOUD\"\n }\n]")
                        .findings())
                .extracting(Finding::pointer, Finding::line)
                .contains(tuple("/severity", 4), tuple("/id", 2));
    }
}
