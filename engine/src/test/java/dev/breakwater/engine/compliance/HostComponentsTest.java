package dev.breakwater.engine.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.compliance.HostComponents.Installed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostComponentsTest {

    @ParameterizedTest
    @CsvSource({
        "0, true, '', PASS",
        "3, true, '', FAIL",
        "3, true, 'some packages are unspoken of', FAIL",
        "0, true, 'some packages are unspoken of', UNKNOWN",
        "0, false, 'too old', UNKNOWN",
        "3, false, 'too old', UNKNOWN"
    })
    void onlyWhatIsKnownInFullPassesAndOneGraveFindingFails(
            int mendable, boolean usable, String unknown, Outcome outcome) {
        assertThat(HostComponents.judge(new Installed(700, mendable, usable, unknown))
                        .outcome())
                .isEqualTo(outcome);
    }
}
