package dev.breakwater.central.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the ids that a condition means before the statement is planned. A value that the planner sees tells it how many rows
 * there are behind it; a sub-query in its place does not, and a small cluster is then looked for in everything that is open.
 */
@FunctionalInterface
interface IdLookup {

    /** Finds nothing out: conditions keep their sub-queries. */
    IdLookup NONE = (query, parameters) -> Optional.empty();

    /**
     * The ids that a query selects.
     *
     * @return empty if there are more than are worth naming
     */
    Optional<List<UUID>> find(String query, Map<String, Object> parameters);
}
