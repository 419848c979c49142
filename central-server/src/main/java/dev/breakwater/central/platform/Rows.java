package dev.breakwater.central.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Rows bound as one array a column, so that a statement over any number of rows is one round trip: {@code insert into …
 * select … from unnest(?::uuid[], ?::text[])}. What PostgreSQL cannot keep in a text (the character 0) is replaced, because
 * the values come from clusters.
 */
public final class Rows {

    private static final char REPLACEMENT = '\ufffd';

    private final String[] types;
    private final List<List<@Nullable Object>> columns;

    private Rows(String... types) {
        this.types = types;
        this.columns = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            columns.add(new ArrayList<>());
        }
    }

    /**
     * No rows yet.
     *
     * @param types PostgreSQL's names of the column types
     */
    public static Rows of(String... types) {
        return new Rows(types);
    }

    /** Adds a row; instants, ids, numbers and enums are bound as their text. */
    public Rows add(@Nullable Object... values) {
        if (values.length != types.length) {
            throw new IllegalArgumentException(values.length + " values for " + types.length + " columns");
        }
        for (int i = 0; i < values.length; i++) {
            columns.get(i).add(values[i]);
        }
        return this;
    }

    public int size() {
        return columns.getFirst().size();
    }

    public boolean isEmpty() {
        return columns.getFirst().isEmpty();
    }

    /** {@code unnest(?::uuid[], ?::text[], …)} for these columns. */
    public String unnest() {
        return Arrays.stream(types)
                .map(type -> isJson(type) ? "?::text[]::" + type + "[]" : "?::" + type + "[]")
                .collect(Collectors.joining(", ", "unnest(", ")"));
    }

    /**
     * Runs a statement whose first parameters are the columns; does nothing without rows.
     *
     * @param more the parameters after the columns
     * @return how many rows it touched
     */
    public int update(JdbcTemplate jdbc, String sql, @Nullable Object... more) {
        return isEmpty() ? 0 : jdbc.update(sql, parameters(more));
    }

    /** The columns as parameters, followed by others. */
    public @Nullable Object[] parameters(@Nullable Object... more) {
        @Nullable Object[] parameters = new Object[types.length + more.length];
        for (int i = 0; i < types.length; i++) {
            parameters[i] = array(types[i], columns.get(i));
        }
        System.arraycopy(more, 0, parameters, types.length, more.length);
        return parameters;
    }

    /** One array parameter, for {@code = any(?)}. */
    public static Object array(String type, Collection<? extends @Nullable Object> values) {
        if (type.equals("bytea")) {
            return new SqlArrayValue(type, (Object[]) values.toArray(new byte[0][]));
        }
        boolean text = type.equals("text");
        boolean json = isJson(type);
        String[] elements = new String[values.size()];
        int i = 0;
        for (Object value : values) {
            String element = value == null ? null : value.toString();
            if (element != null && text && element.indexOf('\0') >= 0) {
                element = element.replace('\0', REPLACEMENT);
            } else if (element != null && json && element.contains("\\u0000")) {
                element = element.replace("\\u0000", "\\ufffd");
            }
            elements[i++] = element;
        }
        // JSON goes over as text: the driver sends that in binary, where its many quotes need no escapes.
        return new SqlArrayValue(json ? "text" : type, (Object[]) elements);
    }

    private static boolean isJson(String type) {
        return type.equals("json") || type.equals("jsonb");
    }

    /** An array of ids, for {@code = any(?)}. */
    public static Object ids(Collection<?> ids) {
        return array("uuid", ids);
    }
}
