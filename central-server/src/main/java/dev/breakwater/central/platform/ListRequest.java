package dev.breakwater.central.platform;

import org.jspecify.annotations.Nullable;

/**
 * What a reader asks of a list, the same from REST and from the console.
 *
 * @param q filter in the grammar of {@link FilterExpression}, may be empty
 * @param sort comma-separated names of sortable fields, {@code -} before one for descending; empty = the list's default
 * @param pageSize 1 to {@link #MAX_PAGE_SIZE}
 * @param pageToken from the page before, {@code null} = from the start
 */
public record ListRequest(
        String q, String sort, int pageSize, @Nullable String pageToken) {

    public static final int DEFAULT_PAGE_SIZE = 50;
    public static final int MAX_PAGE_SIZE = 500;

    public ListRequest {
        if (pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
            throw new InvalidRequest("pageSize", String.valueOf(pageSize), "a number from 1 to " + MAX_PAGE_SIZE);
        }
    }

    public static ListRequest first(String q) {
        return new ListRequest(q, "", DEFAULT_PAGE_SIZE, null);
    }
}
