package dev.breakwater.central.platform;

import dev.breakwater.central.platform.FilterTerm.Shortcut;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list is made of. Each capability declares its lists as beans of this type; {@link Lists} runs them, always within
 * a scope. All SQL in here is ours, never input.
 *
 * @param <T> the row
 */
public final class ListDefinition<T> {

    /** How a sort key travels in a page token. */
    public enum KeyType {
        TEXT("text"),
        /** A number with a fraction. */
        NUMBER("double precision"),
        /** A whole number; apart from {@link #NUMBER}, so that an index on whole numbers serves the comparison. */
        WHOLE("bigint"),
        INSTANT("timestamptz"),
        ID("uuid");

        private final String sqlType;

        KeyType(String sqlType) {
            this.sqlType = sqlType;
        }

        String sqlType() {
            return sqlType;
        }
    }

    /** Makes a row of a result. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final String name;
    private final Map<String, FilterTerm> terms = new LinkedHashMap<>();
    private final Map<String, SortKey> sorts = new LinkedHashMap<>();
    private final List<String> searched = new ArrayList<>();
    private @Nullable Shortcut searchedFaster;
    private String select = "";
    private String from = "";
    private @Nullable String fromEverything;
    private String where = "true";
    private @Nullable String clusterColumn;
    private @Nullable String namespaceColumn;
    private @Nullable String scopeMark;
    private boolean forEveryone;
    private boolean idsFirst;
    private String idColumn = "";
    private KeyType idType = KeyType.ID;
    private String defaultSort = "";
    private @Nullable RowReader<T> reader;

    private ListDefinition(String name) {
        this.name = name;
    }

    /** Starts a definition; the name is that of its REST collection. */
    public static <T> ListDefinition<T> of(String name) {
        return new ListDefinition<>(name);
    }

    public ListDefinition<T> select(String columns) {
        select = columns;
        return this;
    }

    public ListDefinition<T> from(String tables) {
        from = tables;
        return this;
    }

    /** Other tables for a reader of everything, where those that apply a scope cost more. */
    public ListDefinition<T> fromEverything(String tables) {
        fromEverything = tables;
        return this;
    }

    /** A condition that always holds. */
    public ListDefinition<T> where(String condition) {
        where = condition;
        return this;
    }

    /**
     * What the reader's scope is applied to.
     *
     * @param namespace {@code null} for objects of a whole cluster, which a scope of single namespaces does not show
     */
    public ListDefinition<T> scopedBy(String cluster, @Nullable String namespace) {
        clusterColumn = cluster;
        namespaceColumn = namespace;
        return this;
    }

    /**
     * For rows that add up scoped objects: the scope is applied inside the tables of {@link #from}, at this mark.
     *
     * @param mark replaced by the condition, such as {@code %s}
     */
    public ListDefinition<T> scopesInside(String mark, String cluster, String namespace) {
        scopeMark = mark;
        return scopedBy(cluster, namespace);
    }

    /** Every reader sees all of it: it tells nothing of what runs where. */
    public ListDefinition<T> forEveryone() {
        forEveryone = true;
        return this;
    }

    /**
     * The ids of a page are found before its rows are read. For wide rows whose orders and usual filters stand in an index: what
     * does not match is then passed by within the index. Tables of which only columns are shown should be joined on the left,
     * so that they do not take part.
     */
    public ListDefinition<T> idsFirst() {
        idsFirst = true;
        return this;
    }

    /** The unique column that ends every order. */
    public ListDefinition<T> id(String column, KeyType type) {
        idColumn = column;
        idType = type;
        return this;
    }

    public ListDefinition<T> term(FilterTerm term) {
        terms.put(term.name().toLowerCase(Locale.ROOT), term);
        return this;
    }

    /** Free text looks into this expression, too. */
    public ListDefinition<T> searches(String expression) {
        searched.add(expression);
        return this;
    }

    /** A faster condition for free text under some filters. */
    public ListDefinition<T> searchesBy(Shortcut faster) {
        searchedFaster = faster;
        return this;
    }

    /**
     * A field that only some rows have: read downwards, those are read by the order of an index, and then the others.
     *
     * @param column of an outer-joined table
     * @param others a number below all that the column can be, which the rows without it count as
     */
    public ListDefinition<T> sortKnownFirst(String field, String column, int others, KeyType type) {
        String value = "cast(" + others + " as " + type.sqlType() + ")";
        SortKey key = new SortKey(
                field,
                "coalesce(" + column + ", " + others + ")",
                type,
                new SortKey.Partial(column, column + " is not null", value),
                null);
        sorts.put(field.toLowerCase(Locale.ROOT), key);
        return this;
    }

    /**
     * A field that few rows have: they are read apart from the others, for which it is empty.
     *
     * @param having which rows have it
     */
    public ListDefinition<T> sortInParts(String field, String column, String having, KeyType type) {
        SortKey key = new SortKey(field, column, type, new SortKey.Partial(column, having, "cast('' as text)"), null);
        sorts.put(field.toLowerCase(Locale.ROOT), key);
        return this;
    }

    /**
     * The name of what the rows belong to, of which there are few: they are read from one after the other.
     *
     * @param expression the joined name
     * @param table with {@code id} and a unique {@code name}
     * @param column of the rows that has its id
     */
    public ListDefinition<T> sortByHolder(String field, String expression, String table, String column) {
        SortKey key = new SortKey(field, expression, KeyType.TEXT, null, new SortKey.Holder(table, column));
        sorts.put(field.toLowerCase(Locale.ROOT), key);
        return this;
    }

    public ListDefinition<T> sort(String field, String expression, KeyType type) {
        sorts.put(field.toLowerCase(Locale.ROOT), new SortKey(field, expression, type));
        return this;
    }

    public ListDefinition<T> defaultSort(String sort) {
        defaultSort = sort;
        return this;
    }

    public ListDefinition<T> row(RowReader<T> reader) {
        this.reader = reader;
        return this;
    }

    public String name() {
        return name;
    }

    /** The fields to filter by, for completion and reference. */
    public List<FilterTerm> terms() {
        return List.copyOf(terms.values());
    }

    /** The names to sort by. */
    public List<String> sortNames() {
        return sorts.values().stream().map(SortKey::name).toList();
    }

    public String defaultSort() {
        return defaultSort;
    }

    /**
     * Whether the list can be asked so, without asking it.
     *
     * @throws InvalidRequest if the filter or the order cannot be used
     */
    public void check(String q, String sort) {
        ListSql sql = new ListSql(this);
        sql.orderOf(sort);
        sql.where(FilterExpression.parse(q), AccessScope.EVERYTHING);
    }

    String selectColumns() {
        return select;
    }

    String fromTables(AccessScope scope) {
        return fromEverything != null && scope.everything() ? fromEverything : from;
    }

    @Nullable
    String scopeMark() {
        return scopeMark;
    }

    String whereAlways() {
        return where;
    }

    boolean findsIdsFirst() {
        return idsFirst;
    }

    boolean isForEveryone() {
        return forEveryone;
    }

    @Nullable
    String clusterColumn() {
        return clusterColumn;
    }

    @Nullable
    String namespaceColumn() {
        return namespaceColumn;
    }

    SortKey idKey() {
        return new SortKey("id", idColumn, idType);
    }

    List<String> searched() {
        return searched;
    }

    @Nullable
    Shortcut searchedFaster() {
        return searchedFaster;
    }

    FilterTerm termOf(String field) {
        FilterTerm term = terms.get(field);
        if (term == null) {
            throw new InvalidRequest("q", field + ":", "one of the fields " + String.join(", ", terms.keySet()));
        }
        return term;
    }

    SortKey sortOf(String field) {
        SortKey key = sorts.get(field.toLowerCase(Locale.ROOT));
        if (key == null) {
            throw new InvalidRequest(
                    "sort", field, String.join(", ", sortNames()) + ", with - before it for descending");
        }
        return key;
    }

    RowReader<T> reader() {
        if (reader == null) {
            throw new IllegalStateException("list " + name + " does not say how to read a row");
        }
        return reader;
    }
}
