package dev.breakwater.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.operations.HealthReading;
import dev.breakwater.central.operations.HealthReading.State;
import dev.breakwater.central.operations.HealthSample;
import dev.breakwater.ui.part.TimeWords;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTableTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final HealthReading READING = new HealthReading(
            "database.answer", "Database answers", State.GOOD, 0.25, "in 0.3 ms", "slow from 50 ms on", "");

    @Test
    void drawsHowAFigureWentAndSaysItInTheLabel() {
        String html = table(List.of(new HealthSample(NOON, 0.25), new HealthSample(NOON.plusSeconds(900), 0.75)));

        assertThat(html)
                .contains("aria-label=\"Database answers since 24 Nov 12:00: from 0.3 to 0.8, last 0.8\"")
                .contains("bw-spark");
    }

    @Test
    void saysWhenThereIsTooLittleToDraw() {
        assertThat(table(List.of(new HealthSample(NOON, 0.25)))).contains("not seen long enough");
    }

    private static String table(List<HealthSample> history) {
        TimeWords times = new TimeWords(Clock.fixed(NOON.plusSeconds(1_000), ZoneOffset.UTC), ZoneOffset.UTC);
        return new ReadingTable(List.of(READING), name -> history, times)
                .getElement()
                .getOuterHTML();
    }
}
