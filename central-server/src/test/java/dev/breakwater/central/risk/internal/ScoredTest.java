package dev.breakwater.central.risk.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.risk.RiskAssessment;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoredTest {

    @ParameterizedTest
    @CsvSource({
        "3.14, 0, 3.11, 0, false",
        "3.14, 0, 3.16, 0, true",
        "3.14, 2, 3.16, 2, false",
        "3.19, 2, 3.20, 2, true",
        "3.14, 0, 3.14, 1, true"
    })
    void aStepIsKeptWhereAReaderSeesAnotherScore(
            double before, int unknownBefore, double after, int unknownAfter, boolean seen) {
        assertThat(Scored.isSeenToDiffer(assessment(before, unknownBefore), assessment(after, unknownAfter)))
                .isEqualTo(seen);
    }

    private static RiskAssessment assessment(double score, int unknown) {
        return new RiskAssessment("1", score, unknown, 0, List.of(), List.of(), null, Instant.EPOCH);
    }
}
