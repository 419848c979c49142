package dev.breakwater.central.images.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagSeriesTest {

    @ParameterizedTest
    @CsvSource({
        "1.25.3,1.27.0,true",
        "1.25.3-alpine,1.27.0-alpine,true",
        "v1.9,v1.10,true",
        "1.25.3,1.25.3,false",
        "1.27.0,1.25.3,false",
        "1.25.3,2.0.0,false",
        "1.25.3,1.27.0-alpine,false",
        "1.25,1.27.0,false",
        "latest,1.27.0,false",
        "latest,latest,false",
        "2024.01.05,2024.02.01,true"
    })
    void knowsWhichIsNewerOfTheSameSeries(String running, String other, boolean newer) {
        assertThat(TagSeries.of(other).isNewerThan(TagSeries.of(running))).isEqualTo(newer);
    }
}
