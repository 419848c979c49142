package dev.breakwater.engine.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class StandardDocumentTest {

    private static final String OWN = """
            id: acme-baseline
            name: ACME baseline
            version: '2'
            sections:
              - id: '1'
                title: Workloads
                controls:
                  - id: 1.1
                    title: No privileges
                    asks: Nothing runs privileged.
                    checks: [not-privileged, no-privilege-escalation]
                  - id: '1.2'
                    title: Backups
                    asks: Data can be restored.
                    attest: When was a restore last tried?
            """;

    @Test
    void aStandardOfOnesOwnIsReadAsThoseOfTheProductAre() {
        StandardDocument.Read read = StandardDocument.read(OWN, Standards::byId);
        assertThat(read.base()).isEmpty();
        assertThat(read.standard().controls()).extracting(Standard.Control::id).containsExactly("1.1", "1.2");
        assertThat(read.standard().control("1.1").orElseThrow().checks())
                .containsExactly("not-privileged", "no-privilege-escalation");
    }

    @Test
    void aProfileTakesOutWithAReasonChangesAndAdds() {
        StandardDocument.Read read = StandardDocument.read("""
                id: acme-190
                name: NIST SP 800-190 at ACME
                extends: nist-800-190
                without:
                  - {control: 4.5.1, reason: Nodes are managed by the provider.}
                change:
                  - {control: 4.4.4, attest: ''}
                add:
                  - id: A
                    title: Ours
                    controls:
                      - {id: A.1, title: Owner, asks: Somebody answers for it., checks: [owner-known]}
                """, Standards::byId);
        Standard standard = read.standard();
        assertThat(read.base()).isEqualTo("nist-800-190");
        assertThat(read.left()).containsEntry("4.5.1", "Nodes are managed by the provider.");
        assertThat(standard.controls()).hasSize(23);
        assertThat(standard.control("4.5.1")).isEmpty();
        assertThat(standard.control("4.4.4").orElseThrow().needsAttestation()).isFalse();
        assertThat(standard.control("A.1")).isPresent();
    }

    @Test
    void everyErrorNamesLineFieldValueAndWhatIsAllowed() {
        List<StandardRejected.Problem> problems = problems("""
                id: acme
                name: ACME
                sections:
                  - id: '1'
                    title: One
                    controls:
                      - id: 1.1
                        title: x
                        asks: y
                        checks: [no-such-check]
                      - id: 1.1
                        title: x
                        asks: y
                        colour: red
                """);
        assertThat(problems)
                .anySatisfy(problem -> {
                    assertThat(problem.line()).isEqualTo(10);
                    assertThat(problem.field()).isEqualTo("sections[0].controls[0].checks[0]");
                    assertThat(problem.value()).isEqualTo("no-such-check");
                    assertThat(problem.allowed()).contains("id of a check");
                })
                .anySatisfy(problem -> {
                    assertThat(problem.field()).isEqualTo("sections[0].controls[1].colour");
                    assertThat(problem.line()).isEqualTo(14);
                })
                .anySatisfy(problem -> assertThat(problem.allowed()).isEqualTo("each control once"))
                .anySatisfy(problem -> assertThat(problem.allowed()).contains("nothing is green unasked"));
    }

    @Test
    void whatIsTakenOutNeedsAReasonAndMustBeThere() {
        List<StandardRejected.Problem> problems = problems("""
                id: acme
                name: ACME
                extends: nist-800-190
                without:
                  - {control: 9.9.9, reason: x}
                  - {control: 4.1.1}
                """);
        assertThat(problems)
                .extracting(StandardRejected.Problem::field)
                .contains("without[0].control", "without[1].reason");
        assertThat(problems("id: a1\nname: A\nextends: nothing\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("extends"));
    }

    @Test
    void theNamesOfTheProductAreItsOwn() {
        assertThat(problems(OWN.replace("acme-baseline", "nist-800-190")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("id"));
    }

    @Test
    void hostileTextsAreRefusedAndNotRun() {
        assertThat(problems("a: &a [1]\nb: *a\n")).isNotEmpty();
        assertThat(problems("!!javax.script.ScriptEngineManager [x]")).isNotEmpty();
        assertThat(problems("id: [".repeat(40))).isNotEmpty();
        assertThat(problems("")).isNotEmpty();
        assertThat(problems("- just\n- a list\n")).isNotEmpty();
        assertThat(problems("id: x\n" + "#".repeat(StandardDocument.LONGEST))).isNotEmpty();
        assertThat(problems(OWN.replace("ACME baseline", "A".repeat(500)))).isNotEmpty();
    }

    @Test
    void whatIsNotPlainYamlIsToldByItsLine() {
        assertThat(problems("id: x\na: &a [1]\nb: *a\n")).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.allowed()).isEqualTo("YAML without aliases");
        });
        assertThat(problems("id: x\nname: !!java.net.URL [x]\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(2);
                    assertThat(problem.allowed()).isEqualTo("YAML without tags");
                });
        assertThat(problems("id: x\nname: " + "[".repeat(30) + "]".repeat(30)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(2);
                    assertThat(problem.allowed()).contains("levels");
                });
    }

    @Test
    void numbersCanStandInAnAddress() {
        assertThat(problems(OWN.replace("id: 1.1", "id: c/1")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("sections[0].controls[0].id"));
        assertThat(problems(OWN.replace("id: '1'", "id: '../x'")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("sections[0].id");
                    assertThat(problem.allowed()).contains("letters, digits");
                });
    }

    @Test
    void whatItSpeaksOfIsOneOfAFewThings() {
        assertThat(problems("about: 'kubernetes:9.9'\n" + OWN))
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("about"));
        assertThat(problems("about: moon\n" + OWN))
                .singleElement()
                .satisfies(problem -> assertThat(problem.allowed()).contains("1.11", "system:", "runtime:"));
    }

    private static List<StandardRejected.Problem> problems(String yaml) {
        StandardRejected rejected =
                catchThrowableOfType(StandardRejected.class, () -> StandardDocument.read(yaml, Standards::byId));
        assertThat(rejected).isNotNull();
        return rejected.problems();
    }
}
