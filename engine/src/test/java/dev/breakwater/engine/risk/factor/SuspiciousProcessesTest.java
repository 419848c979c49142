package dev.breakwater.engine.risk.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.risk.FactorScore.State;
import dev.breakwater.engine.risk.Measurement;
import dev.breakwater.engine.risk.RiskFixtures;
import dev.breakwater.engine.risk.RiskInput;
import dev.breakwater.engine.risk.SuspiciousProcess;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuspiciousProcessesTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1.6", // 2.0 points
        "2, 2.14", // 3.8
        "3, 2.626", // 5.42
        "6, 3.811354", // 9.37118
        "7, 4.0" // 10.434062: saturated
    })
    void countsEachFurtherProcessNineTenths(int processes, double expected) {
        Measurement.Part part = measure(Observed.known(IntStream.range(0, processes)
                .mapToObj(i -> new SuspiciousProcess("web", "/bin/p" + i))
                .toList()));

        assertThat(part.multiplier()).isCloseTo(expected, within(1e-9));
        assertThat(part.contributions()).hasSize(processes);
    }

    @Test
    void tellsNoneFromNotWatched() {
        assertThat(measure(Observed.known(List.of())).state()).isEqualTo(State.NOTHING_TO_SAY);
        Measurement.Part unknown = measure(RiskInput.PROCESSES_NOT_WATCHED);
        assertThat(unknown.state()).isEqualTo(State.UNKNOWN);
        assertThat(unknown.multiplier()).isEqualTo(1);
    }

    private static Measurement.Part measure(Observed<List<SuspiciousProcess>> processes) {
        RiskInput input = new RiskInput(RiskFixtures.workload().build(), List.of(), processes, null, RiskFixtures.NOW);
        return new SuspiciousProcesses().measure(input).parts().getFirst();
    }
}
