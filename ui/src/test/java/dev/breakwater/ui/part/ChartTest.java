package dev.breakwater.ui.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.breakwater.ui.part.ChartSpec.Kind;
import dev.breakwater.ui.part.ChartSpec.Series;
import dev.breakwater.ui.part.ChartSpec.Tone;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final ChartSpec SPEC = spec("payments", "=cmd|' /C calc'!A0", "a,\"b\"");

    @Test
    void theLibraryIsWhereThePageLooksForIt() {
        assertThat(getClass().getResource("/META-INF/resources/" + Chart.LIBRARY))
                .isNotNull();
    }

    @Test
    void leadsOnlyWhereTheDataSay() {
        Chart chart = new Chart(SPEC);

        assertThat(chart.target(0, 1)).isEqualTo("violations?q=1");
        assertThat(chart.target(0, 3)).isEmpty();
        assertThat(chart.target(-1, 0)).isEmpty();
        assertThat(chart.target(7, Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void theTableAndTheCsvHaveEveryValue() {
        ChartTable table = new ChartTable(SPEC);

        assertThat(table.getElement().getTextRecursively()).contains("payments", "1,000", "high");
        assertThat(ChartTable.csv(SPEC))
                .isEqualTo("Team,high\r\npayments,0\r\n'=cmd|' /C calc'!A0,1\r\n\"a,\"\"b\"\"\",1000\r\n");
    }

    @Test
    void refusesSeriesThatDoNotFitTheAxis() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChartSpec(
                        Kind.HISTOGRAM,
                        "",
                        "Age",
                        List.of("a", "b"),
                        List.of(new Series("n", Tone.ACCENT, List.of(1L), List.of(), "")),
                        null))
                .withMessageContaining("1 values for 2 categories");
    }

    private static ChartSpec spec(String... names) {
        return new ChartSpec(
                Kind.STACKED_BARS,
                "What falls to whom",
                "Team",
                List.of(names),
                List.of(new Series(
                        "high",
                        Tone.HIGH,
                        List.of(0L, 1L, 1000L),
                        List.of("violations?q=0", "violations?q=1", "violations?q=2"),
                        "")),
                null);
    }
}
