package dev.breakwater.engine.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Node;
import dev.breakwater.engine.model.ObjectMeta;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeMendedTest {

    private static final String YOUNG = "2026-09-01T00:00:00Z";
    private static final String OLD = "2027-03-01T00:00:00Z";

    private static CheckResult judge(String runtime, String at) {
        Node node = new Node(
                ObjectMeta.of("", "n1"),
                List.of(),
                "Talos (v1.9.0)",
                "6.1",
                runtime,
                "v1.34.0",
                "amd64",
                "m",
                List.of(),
                List.of(),
                List.of(),
                false);
        return new RuntimeMended().judge(node, Instant.parse(at));
    }

    @ParameterizedTest
    @CsvSource({
        "containerd://1.6.20, FAIL, 1.7.29 or later",
        "containerd://1.7.28, FAIL, 1.7.33 or later",
        "containerd://2.2.4, FAIL, 2.2.5 or later",
        "containerd://1.7.28-k3s1, FAIL, 1.7.33 or later",
        "containerd://1.7.33, PASS, ''",
        "containerd://2.3.2, PASS, ''",
        "containerd://v2.3.10, PASS, ''",
        "containerd://1.6.20~ds1, UNKNOWN, ''",
        "containerd://2.3.2-rc.1, UNKNOWN, ''",
        "docker://26.1.4, FAIL, 26.1.5 or later",
        "docker://28.3.3, PASS, ''",
        "cri-o://1.31.2, FAIL, 1.31.3 or later",
        "cri-o://1.34.0, PASS, ''",
        "rkt://1.0.0, UNKNOWN, ''",
        "containerd://, UNKNOWN, ''",
        "'', UNKNOWN, ''"
    })
    void aVersionIsHeldAgainstThoseThatMend(String runtime, Outcome outcome, String expected) {
        CheckResult result = judge(runtime, YOUNG);

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.evidence().getFirst().expected()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"containerd://1.7.33, UNKNOWN", "containerd://1.7.28, FAIL"})
    void anOldListSaysNothingOfWhatIsNotInIt(String runtime, Outcome outcome) {
        assertThat(judge(runtime, OLD).outcome()).isEqualTo(outcome);
    }
}
