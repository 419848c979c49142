package dev.breakwater.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.0  | 0 | 0 | 1.0",
                "3.16 | 0 | 0 | 3.2",
                "3.16 | 1 | 0 | ≥ 3.1 (1 factor unknown)",
                "3.2  | 2 | 0 | ≥ 3.2 (2 factors unknown)",
                "3.2  | 2 | 1 | ≥ 3.2 (2 factors unknown, 1 stale)",
                "3.2  | 0 | 1 | 3.2 (1 factor stale)",
                "864  | 0 | 0 | 864.0"
            })
    void saysHowFarAScoreCanBeReliedOn(double score, int unknown, int stale, String text) {
        assertThat(ScoreText.withCounts(score, unknown, stale)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8.84 | 2 | 7.79 | 2 | 1.1",
                "8.84 | 0 | 7.79 | 0 | 1.0",
                "8.84 | 2 | 7.79 | 0 | 1.0",
                "3.14 | 0 | 3.11 | 0 | 0.0",
                "3.1  | 0 | 3.4  | 0 | -0.3"
            })
    void whatIsShownAddsUp(double before, int unknownBefore, double after, int unknownAfter, BigDecimal drop) {
        assertThat(ScoreText.drop(before, unknownBefore, after, unknownAfter)).isEqualTo(drop);
        assertThat(ScoreText.shown(before, unknownBefore).subtract(drop))
                .isEqualTo(ScoreText.shown(after, unknownAfter));
    }
}
