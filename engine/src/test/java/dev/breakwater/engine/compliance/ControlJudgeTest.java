package dev.breakwater.engine.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.compliance.Standard.Control;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people decide never takes a control out of what is counted. */
class ControlJudgeTest {

    private static final Control ASKS_A_PERSON = new Control("1", "One", "x", List.of("check"), "Who?");

    @Test
    void anExceptionLeavesAControlThatAPersonAnswersForCounted() {
        Tally failing = new Tally(1, 1, 0, 0, 0);
        assertThat(outcome(failing, false)).isEqualTo(Outcome.FAIL);
        Tally excepted = failing.excepting(1);
        assertThat(outcome(excepted, false)).isEqualTo(Outcome.EXCEPTED);
        assertThat(outcome(excepted, true)).isEqualTo(Outcome.EXCEPTED);
        assertThat(Tally.of(outcome(excepted, false)).counted()).isEqualTo(1);
        assertThat(Tally.of(outcome(excepted, false)).percent()).isZero();
    }

    @Test
    void whatIsUnknownBesideAnExceptionIsUnknown() {
        assertThat(outcome(new Tally(1, 1, 1, 0, 0).excepting(1), true)).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome(new Tally(1, 0, 0, 0, 0), true)).isEqualTo(Outcome.PASS);
        assertThat(outcome(new Tally(1, 0, 0, 0, 0), false)).isEqualTo(Outcome.MANUAL);
    }

    private static Outcome outcome(Tally check, boolean attested) {
        return ControlJudge.judge(ASKS_A_PERSON, Map.of("check", check), attested);
    }
}
