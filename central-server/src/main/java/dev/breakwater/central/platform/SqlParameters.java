package dev.breakwater.central.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Collects the named parameters of a statement that is being put together; user input reaches SQL only through here. */
public final class SqlParameters {

    /** So many alternatives are looked for one by one. */
    private static final int MOST_APART = 40;

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final IdLookup lookup;

    public SqlParameters() {
        this(IdLookup.NONE);
    }

    SqlParameters(IdLookup lookup) {
        this.lookup = lookup;
    }

    /** Keeps a value and returns how the statement refers to it. */
    public String add(Object value) {
        String name = "p" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    /**
     * A condition that a column has one of the ids that a query selects: by their values where they are few, so that the
     * planner knows how much they leave.
     *
     * @param query SQL of ours with parameters that were added here, such as {@code select c.id from clusters c where …}
     * @return empty if there are too many to name them
     */
    Optional<String> among(String column, String query) {
        return lookup.find(query, values).map(ids -> among(column, ids));
    }

    /** As {@link #among(String, String)}, empty also if the query selects nothing. */
    Optional<String> amongSome(String column, String query) {
        return lookup.find(query, values).filter(ids -> !ids.isEmpty()).map(ids -> among(column, ids));
    }

    /** A condition for each id that a query selects; empty if there are more than {@value #MOST_APART}. */
    Optional<List<String>> each(String column, String query) {
        return lookup.find(query, values)
                .filter(ids -> ids.size() <= MOST_APART)
                .map(ids -> ids.stream().map(id -> column + " = " + add(id)).toList());
    }

    /** A single one as an equality, after which an index still tells the order of the rest. */
    private String among(String column, List<UUID> ids) {
        return ids.size() == 1
                ? column + " = " + add(ids.getFirst())
                : column + " = any(cast(" + add(text(ids)) + " as uuid[]))";
    }

    /** As PostgreSQL writes an array; a text, so that equal parameters are equal. */
    private static String text(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    public Map<String, Object> values() {
        return values;
    }
}
