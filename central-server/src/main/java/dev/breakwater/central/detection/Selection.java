package dev.breakwater.central.detection;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The violations that a decision is about: some by their ids, or all that match a filter.
 *
 * @param q a filter of the list of violations, {@code null} = by ids
 * @param ids single ones, {@code null} = by filter
 * @param decisions for a single one: how many decisions whoever decides knows of, so that nobody overrules unseen what
 *     another decided; {@code null} = not checked
 */
public record Selection(
        @Nullable String q,
        @Nullable List<UUID> ids,
        @Nullable Integer decisions) {

    public Selection {
        ids = ids == null ? null : List.copyOf(ids);
    }

    /** One violation. */
    public static Selection of(UUID id) {
        return new Selection(null, List.of(id), null);
    }

    /** Single ones. */
    public static Selection of(List<UUID> ids) {
        return new Selection(null, ids, null);
    }

    /** All that match. */
    public static Selection matching(String q) {
        return new Selection(q, null, null);
    }
}
