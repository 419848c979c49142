package dev.breakwater.central.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Runs lists by groups: the same filter and scope as {@link Lists}, pages by keyset over the groups. */
@Component
public class GroupedLists {

    /** Seconds after which a page is given up. */
    private static final int PATIENCE = 30;

    /** The orders, by the names that readers give; each ends with the group's key. */
    private static final Map<String, List<String>> ORDERS = Map.of(
            "weight", List.of("weight", "rows", "id"),
            "rows", List.of("rows", "weight", "id"),
            "label", List.of("label", "id"));

    private static final Map<String, String> TYPES =
            Map.of("weight", "bigint", "rows", "bigint", "label", "text", "id", "uuid");

    /** The order of a request that names none: the weightiest first, then the largest. */
    public static final String DEFAULT_SORT = "-weight";

    private final NamedParameterJdbcTemplate jdbc;
    private final IdLookup lookup;
    private final SharedAnswers answers;

    private record Wanted(String statement, Map<String, Object> parameters) {}

    GroupedLists(DataSource dataSource, SharedAnswers answers) {
        this.answers = answers;
        JdbcTemplate pages = new JdbcTemplate(dataSource);
        pages.setQueryTimeout(PATIENCE);
        this.jdbc = new NamedParameterJdbcTemplate(pages);
        this.lookup = new StoredIds(this.jdbc);
    }

    /** One page of groups. */
    public <G> Page<G> page(
            ListDefinition<?> definition, Grouping<G> grouping, ListRequest request, AccessScope scope) {
        String sort = request.sort().isBlank() ? DEFAULT_SORT : request.sort().strip();
        boolean descending = sort.startsWith("-");
        List<String> order = ORDERS.get(descending ? sort.substring(1) : sort);
        if (order == null) {
            throw new InvalidRequest("sort", sort, "weight, rows or label, with - before it for descending");
        }
        ListSql sql = new ListSql(definition, lookup);
        String groups = groups(definition, grouping, order.contains("label"), request.q(), scope, sql);
        String after = "true";
        if (request.pageToken() != null) {
            List<String> keys =
                    PageToken.read(request.pageToken(), grouping.name(), request.q(), request.sort(), order.size());
            after = "(" + String.join(", ", order) + ")" + (descending ? " < (" : " > (") + cast(order, keys, sql)
                    + ")";
        }
        String orderBy = " order by " + String.join(descending ? " desc, " : ", ", order) + (descending ? " desc" : "");
        String page =
                "select * from (" + groups + ") a where " + after + orderBy + " limit " + (request.pageSize() + 1);
        String statement = "select g.*" + grouping.told() + " from (" + page + ") g" + orderBy;
        // Groups are made of all rows that match, so those who ask the same share them for a few seconds.
        List<Keyed<G>> rows = answers.get(
                new Wanted(statement, sql.parameters().values()),
                () -> query(statement, sql, grouping, order, request.pageToken()));
        boolean more = rows.size() > request.pageSize();
        List<G> items =
                rows.stream().limit(request.pageSize()).map(Keyed::group).toList();
        return new Page<>(
                items,
                more
                        ? PageToken.of(
                                grouping.name(),
                                request.q(),
                                request.sort(),
                                rows.get(request.pageSize() - 1).keys())
                        : null);
    }

    /** How many groups there are, at most {@link Lists#COUNT_CAP} + 1. */
    public int count(ListDefinition<?> definition, Grouping<?> grouping, String q, AccessScope scope) {
        ListSql sql = new ListSql(definition, lookup);
        String where = sql.where(FilterExpression.parse(q), scope);
        String statement = "select count(*) from (select distinct " + grouping.key() + " from " + sql.from(scope)
                + " where " + where + " limit " + (Lists.COUNT_CAP + 1) + ") capped";
        Map<String, Object> values = sql.parameters().values();
        return answers.get(
                new Wanted(statement, values),
                () -> Objects.requireNonNull(jdbc.queryForObject(statement, values, Integer.class)));
    }

    private static String groups(
            ListDefinition<?> definition,
            Grouping<?> grouping,
            boolean labelled,
            String q,
            AccessScope scope,
            ListSql sql) {
        String where = sql.where(FilterExpression.parse(q), scope);
        return "select " + grouping.key() + " as id, " + (labelled ? grouping.label() + " as label, " : "")
                + grouping.weight() + " as weight, count(*) as rows from " + sql.from(scope) + " where " + where
                + " group by " + grouping.key();
    }

    private static String cast(List<String> order, List<String> keys, ListSql sql) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            values.add("cast(" + sql.parameters().add(keys.get(i)) + " as " + TYPES.get(order.get(i)) + ")");
        }
        return String.join(", ", values);
    }

    private <G> List<Keyed<G>> query(
            String statement, ListSql sql, Grouping<G> grouping, List<String> order, @Nullable String pageToken) {
        try {
            return jdbc.query(statement, sql.parameters().values(), (row, number) -> {
                List<String> keys = new ArrayList<>();
                for (String column : order) {
                    keys.add(row.getString(column));
                }
                return new Keyed<>(grouping.reader().read(row), keys);
            });
        } catch (DataIntegrityViolationException e) {
            if (pageToken == null) {
                throw e;
            }
            throw new InvalidRequest("pageToken", pageToken, "the nextPageToken of a page with the same q and sort");
        }
    }

    private record Keyed<G>(G group, List<String> keys) {}
}
