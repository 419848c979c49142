package dev.breakwater.engine.risk.factor;

import static dev.breakwater.engine.risk.RiskFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.risk.FactorScore.State;
import dev.breakwater.engine.risk.Measurement;
import dev.breakwater.engine.risk.OpenViolation;
import dev.breakwater.engine.risk.RiskFixtures;
import dev.breakwater.engine.risk.RiskInput;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyViolationsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 0, 1.06",
        "0, 1, 0, 0, 1.24",
        "0, 0, 1, 0, 1.54",
        "0, 0, 0, 1, 1.96",
        "1, 1, 1, 1, 2.8",
        "2, 0, 0, 3, 4.0", // 50 points: exactly saturated
        "3, 0, 0, 3, 4.0", // 51 points
        "0, 0, 0, 9, 4.0",
        "1, 0, 0, 3, 3.94" // 49 points
    })
    void squaresSeverityAndSaturatesAtFifty(int low, int medium, int high, int critical, double expected) {
        List<OpenViolation> open = new ArrayList<>();
        add(open, low, Severity.LOW);
        add(open, medium, Severity.MEDIUM);
        add(open, high, Severity.HIGH);
        add(open, critical, Severity.CRITICAL);

        Measurement.Part part = measure(open);

        assertThat(part.state()).isEqualTo(State.KNOWN);
        assertThat(part.multiplier()).isCloseTo(expected, within(1e-12));
        assertThat(part.contributions()).hasSize(open.size());
    }

    @Test
    void saysNothingWithoutViolations() {
        assertThat(measure(List.of()).state()).isEqualTo(State.NOTHING_TO_SAY);
    }

    @Test
    void isALowerBoundWhenAViolationHasNoSeverity() {
        List<OpenViolation> open = new ArrayList<>();
        add(open, 1, Severity.HIGH);
        add(open, 1, Severity.UNKNOWN);

        Measurement.Part part = measure(open);

        assertThat(part.state()).isEqualTo(State.UNKNOWN);
        assertThat(part.multiplier()).isCloseTo(1.54, within(1e-12));
        assertThat(part.fact()).isEqualTo("1 violation has no severity.");
    }

    private static void add(List<OpenViolation> open, int times, Severity severity) {
        for (int i = 0; i < times; i++) {
            open.add(RiskFixtures.violation(open.size(), severity));
        }
    }

    private static Measurement.Part measure(List<OpenViolation> open) {
        RiskInput input = new RiskInput(RiskFixtures.workload().build(), open, Observed.known(List.of()), null, NOW);
        return new PolicyViolations().measure(input).parts().getFirst();
    }
}
