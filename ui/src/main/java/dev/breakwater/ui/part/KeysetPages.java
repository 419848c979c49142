package dev.breakwater.ui.part;

import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Offsets over a keyset list: a grid asks for rows by number, the list knows only "after this row". The token of each place
 * that was read is kept, no row; a jump far down walks there in the largest pages.
 */
final class KeysetPages<T> {

    /** A row with its neighbours and its number from 1. */
    record Place<T>(
            int number, @Nullable T previous, @Nullable T next) {}

    private static final int NEAR = 1_000;

    private final Function<ListRequest, Page<T>> list;
    private final String q;
    private final String sort;
    private final TreeMap<Integer, Optional<String>> tokens = new TreeMap<>(Map.of(0, Optional.empty()));

    KeysetPages(Function<ListRequest, Page<T>> list, String q, String sort) {
        this.list = list;
        this.q = q;
        this.sort = sort;
    }

    /** The rows from the given number on, counted from 0; fewer at the end. */
    List<T> rows(int offset, int limit) {
        List<T> rows = new ArrayList<>(limit);
        Map.Entry<Integer, Optional<String>> start = tokens.floorEntry(offset);
        int at = start.getKey();
        String token = start.getValue().orElse(null);
        while (at < offset + limit) {
            int size = at < offset
                    ? Math.min(ListRequest.MAX_PAGE_SIZE, offset - at)
                    : Math.min(ListRequest.MAX_PAGE_SIZE, offset + limit - at);
            Page<T> page = list.apply(new ListRequest(q, sort, size, token));
            if (at >= offset) {
                rows.addAll(page.items());
            }
            at += page.items().size();
            token = page.nextPageToken();
            if (token == null) {
                break;
            }
            tokens.put(at, Optional.of(token));
        }
        return rows;
    }

    /** Where a row stands, if it is among the first thousand. */
    Optional<Place<T>> place(UUID id, Function<T, UUID> idOf) {
        List<T> rows = rows(0, NEAR);
        for (int i = 0; i < rows.size(); i++) {
            if (idOf.apply(rows.get(i)).equals(id)) {
                return Optional.of(new Place<>(
                        i + 1, i == 0 ? null : rows.get(i - 1), i + 1 == rows.size() ? null : rows.get(i + 1)));
            }
        }
        return Optional.empty();
    }
}
