package dev.breakwater.ui.part;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskWordsTest {

    @ParameterizedTest
    @CsvSource({
        "8.84, 2, 7.79, 2, −1.1",
        "8.84, 0, 7.79, 0, −1.0",
        "3.10, 0, 3.40, 0, +0.3",
        "3.14, 0, 3.11, 0, less than 0.1",
        "3.14, 0, 3.14, 0, ''"
    })
    void aDropIsThatOfWhatIsShown(double before, int unknownBefore, double after, int unknownAfter, String words) {
        assertThat(RiskWords.drop(before, unknownBefore, after, unknownAfter)).isEqualTo(words);
    }
}
