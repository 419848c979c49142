package dev.breakwater.central.profile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A list as somebody wants to see it again.
 *
 * @param list name of the list's REST collection
 * @param mine it belongs to who asks
 * @param shared everybody sees it
 */
public record SavedView(
        UUID id, String list, String name, String owner, boolean mine, boolean shared, Shown shown, Instant updatedAt) {

    /**
     * What the view shows, as it stands in a URL.
     *
     * @param q the filter
     * @param sort the order, empty = the list's own
     * @param columns keys of those that are seen, empty = the list's own choice
     * @param scope empty = all that people run themselves
     */
    public record Shown(String q, String sort, List<String> columns, String scope) {

        public Shown {
            columns = List.copyOf(columns);
        }
    }
}
