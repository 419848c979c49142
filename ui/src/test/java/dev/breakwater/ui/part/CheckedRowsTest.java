package dev.breakwater.ui.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which rows are ticked. */
class CheckedRowsTest {

    private static final List<UUID> ROWS =
            IntStream.range(0, 10).mapToObj(i -> new UUID(0, i)).toList();

    private final CheckedRows<UUID> checked = new CheckedRows<>(row -> row);

    @Test
    void countsSingleRows() {
        checked.checkRange(ROWS.subList(2, 3), 2, true);
        checked.checkRange(ROWS.subList(2, 6), 5, true);
        checked.checkRange(ROWS.subList(3, 4), 3, false);

        assertThat(checked.count(10)).isEqualTo(3);
        assertThat(checked.anchor()).isEqualTo(3);
        assertThat(ROWS.stream().filter(checked::isChecked)).containsExactly(ROWS.get(2), ROWS.get(4), ROWS.get(5));
    }

    @Test
    void allThatMatchButForOne() {
        checked.checkAll();
        assertThat(checked.isEverything()).isTrue();

        checked.checkRange(ROWS.subList(4, 5), 4, false);

        assertThat(checked.isEverything()).isFalse();
        assertThat(checked.count(10)).isEqualTo(9);
        assertThat(checked.isChecked(ROWS.get(4))).isFalse();
        assertThat(checked.isChecked(ROWS.get(5))).isTrue();
    }
}
