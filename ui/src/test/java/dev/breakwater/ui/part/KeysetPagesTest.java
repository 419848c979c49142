package dev.breakwater.ui.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeysetPagesTest {

    private static final int ROWS = 2_345;

    private final List<ListRequest> asked = new ArrayList<>();
    private final KeysetPages<UUID> pages = new KeysetPages<>(this::page, "q", "sort");

    @Test
    void givesTheRowsAtAnOffset() {
        assertThat(pages.rows(0, 50)).isEqualTo(ids(0, 50));
        assertThat(pages.rows(50, 50)).isEqualTo(ids(50, 100));
        assertThat(pages.rows(ROWS - 10, 50)).isEqualTo(ids(ROWS - 10, ROWS));
    }

    @Test
    void walksFarDownInFewRequestsAndRemembersTheWay() {
        assertThat(pages.rows(2_000, 50)).isEqualTo(ids(2_000, 2_050));
        assertThat(asked).hasSize(5);
        asked.clear();

        assertThat(pages.rows(2_050, 50)).isEqualTo(ids(2_050, 2_100));
        assertThat(asked).hasSize(1);
    }

    @Test
    void knowsTheNeighboursOfARow() {
        var first = pages.place(id(0), id -> id).orElseThrow();
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.previous()).isNull();
        assertThat(first.next()).isEqualTo(id(1));
        assertThat(pages.place(id(49), id -> id).orElseThrow().next()).isEqualTo(id(50));
        assertThat(pages.place(id(400), id -> id).orElseThrow().previous()).isEqualTo(id(399));
    }

    @Test
    void doesNotSearchTheWholeListForARow() {
        assertThat(pages.place(id(2_000), id -> id)).isEmpty();
        assertThat(asked).hasSizeLessThan(5);
    }

    /** A list as central gives it: rows after a token, at most a page. */
    private Page<UUID> page(ListRequest request) {
        asked.add(request);
        int from = request.pageToken() == null ? 0 : Integer.parseInt(request.pageToken());
        int to = Math.min(ROWS, from + request.pageSize());
        return new Page<>(ids(from, to), to < ROWS ? String.valueOf(to) : null);
    }

    private static List<UUID> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(KeysetPagesTest::id).toList();
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
