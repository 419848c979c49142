package dev.breakwater.ui.part;

import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.profile.SavedView.Shown;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a list page shows, as it stands in the URL; opening the URL again shows the same.
 *
 * @param q the filter, in the grammar of the lists
 * @param sort as the lists take it, empty = the list's default
 * @param columns keys of those that are seen, empty = the list's own choice
 * @param selected the row shown in the detail, {@code null} = none
 */
public record ListState(
        String q,
        String sort,
        List<String> columns,
        @Nullable UUID selected,
        Scope scope) {

    private static final int MOST_COLUMNS = 40;

    public ListState {
        columns = List.copyOf(columns);
    }

    /**
     * Reads a URL.
     *
     * @param defaultFilter the filter of a URL that says nothing of one
     */
    public static ListState from(QueryParameters parameters, String defaultFilter) {
        return new ListState(
                parameters.getSingleParameter("q").orElse(defaultFilter).strip(),
                parameters.getSingleParameter("sort").orElse(""),
                columns(parameters.getSingleParameter("cols").orElse("")),
                parameters.getSingleParameter("sel").map(ListState::id).orElse(null),
                Scope.from(parameters));
    }

    /** The query part of the URL; what is as by default is left out. */
    public QueryParameters toQuery(String defaultFilter) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (!q.equals(defaultFilter)) {
            parameters.put("q", List.of(q));
        }
        if (!sort.isEmpty()) {
            parameters.put("sort", List.of(sort));
        }
        if (!columns.isEmpty()) {
            parameters.put("cols", List.of(String.join(",", columns)));
        }
        if (selected != null) {
            parameters.put("sel", List.of(selected.toString()));
        }
        if (!scope.toParameter().isEmpty()) {
            parameters.put(Scope.PARAMETER, List.of(scope.toParameter()));
        }
        return new QueryParameters(parameters);
    }

    public ListState withFilter(String filter) {
        return new ListState(filter, sort, columns, selected, scope);
    }

    public ListState withSort(String order) {
        return new ListState(q, order, columns, selected, scope);
    }

    public ListState withSelected(@Nullable UUID id) {
        return new ListState(q, sort, columns, id, scope);
    }

    public ListState withScope(Scope other) {
        return new ListState(q, sort, columns, selected, other);
    }

    public ListState withColumns(List<String> keys) {
        return new ListState(q, sort, keys, selected, scope);
    }

    /** What a saved view keeps of it. */
    Shown shown() {
        return new Shown(q, sort, columns, scope.toParameter());
    }

    /** What a saved view shows. */
    static ListState of(Shown shown) {
        return new ListState(
                shown.q(),
                shown.sort(),
                shown.columns(),
                null,
                Scope.from(QueryParameters.of(Scope.PARAMETER, shown.scope())));
    }

    private static List<String> columns(String text) {
        return Arrays.stream(text.split(","))
                .filter(key -> !key.isBlank())
                .limit(MOST_COLUMNS)
                .toList();
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
