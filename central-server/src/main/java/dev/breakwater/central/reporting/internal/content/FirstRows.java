package dev.breakwater.central.reporting.internal.content;

import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.reporting.ReportContext;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads lists for reports: every row, by a cursor; for a preview the first rows only, by pages, whose time is bounded. */
final class FirstRows {

    /** So many rows the numbers of a preview count. */
    static final int COUNTED = 1_000;

    /** So many rows a preview takes of a list that it shows. */
    static final int SHOWN = 50;

    private FirstRows() {}

    /** Reads every row, one after the other. */
    @FunctionalInterface
    interface Stream<T> {
        void each(Consumer<T> sink);
    }

    /**
     * Hands on rows.
     *
     * @param q the filter
     * @param most rows of a preview
     * @return whether there are more
     */
    static <T> boolean read(
            ReportContext context,
            String q,
            int most,
            Function<ListRequest, Page<T>> pages,
            Stream<T> all,
            Consumer<T> sink) {
        if (!context.isPreview()) {
            all.each(sink);
            return false;
        }
        return pages(q, "", most, pages, sink) > most;
    }

    /**
     * Hands on rows page by page.
     *
     * @return how many were handed on; more than {@code most} = there are more
     */
    static <T> long pages(String q, String sort, long most, Function<ListRequest, Page<T>> pages, Consumer<T> sink) {
        long read = 0;
        @Nullable String token = null;
        do {
            int size = (int) Math.min(ListRequest.MAX_PAGE_SIZE, most - read);
            Page<T> page = pages.apply(new ListRequest(q, sort, size, token));
            page.items().forEach(sink);
            read += page.items().size();
            token = page.nextPageToken();
        } while (token != null && read < most);
        return token == null ? read : read + 1;
    }

    /** A headline that says so where it counts the first rows only. */
    static String headline(boolean more, String headline) {
        return more ? String.format(Locale.ENGLISH, "Of the first %,d rows: %s", COUNTED, headline) : headline;
    }

    /** The same of a chart. */
    static String counted(boolean more, String title) {
        return more ? String.format(Locale.ENGLISH, "%s (of the first %,d rows)", title, COUNTED) : title;
    }
}
