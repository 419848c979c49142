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

    /** How many rows are looked through for one, first few and then more. */
    private static final int[] STEPS = {50, 150, 300};

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

    /** Where a row stands, if it is among the first five hundred; no more are read than it takes to find it and its neighbour. */
    Optional<Place<T>> place(UUID id, Function<T, UUID> idOf) {
        @Nullable T previous = null;
        @Nullable T found = null;
        int at = 0;
        for (int step : STEPS) {
            List<T> rows = rows(at, step);
            for (int i = 0; i < rows.size(); i++) {
                if (found != null) {
                    return Optional.of(new Place<>(at + i, previous, rows.get(i)));
                }
                if (idOf.apply(rows.get(i)).equals(id)) {
                    found = rows.get(i);
                } else {
                    previous = rows.get(i);
                }
            }
            at += rows.size();
            if (rows.size() < step) {
                return found == null ? Optional.empty() : Optional.of(new Place<>(at, previous, null));
            }
        }
        return Optional.empty();
    }
}
