package dev.breakwater.central.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs lists: pages, capped counts, and streams for exports. Every one goes through the reader's scope. */
@Component
public class Lists {

    /** A count stops here; more is "more than that". */
    public static final int COUNT_CAP = 10_000;

    private static final int FETCH_SIZE = 500;

    /** Seconds after which a page or a count is given up: a filter can be made slow on purpose. */
    private static final int PATIENCE = 30;

    /** So many of what rows belong to are read one after the other, in an order by their names. */
    private static final int HOLDERS_APART = 20;

    /** Rows among which values to suggest are looked for. */
    private static final int SUGGESTED_FROM = 5_000;

    private static final int SUGGESTIONS = 8;

    private final NamedParameterJdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate streaming;
    private final NamedParameterJdbcTemplate typing;
    private final TransactionTemplate snapshot;
    private final IdLookup lookup;

    Lists(DataSource dataSource, PlatformTransactionManager transactions) {
        JdbcTemplate pages = new JdbcTemplate(dataSource);
        pages.setQueryTimeout(PATIENCE);
        this.jdbc = new NamedParameterJdbcTemplate(pages);
        JdbcTemplate cursor = new JdbcTemplate(dataSource);
        cursor.setFetchSize(FETCH_SIZE);
        this.streaming = new NamedParameterJdbcTemplate(cursor);
        JdbcTemplate quick = new JdbcTemplate(dataSource);
        quick.setQueryTimeout(1);
        this.typing = new NamedParameterJdbcTemplate(quick);
        this.lookup = new StoredIds(this.jdbc);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** One page. */
    public <T> Page<T> page(ListDefinition<T> definition, ListRequest request, AccessScope scope) {
        int wanted = request.pageSize() + 1;
        List<Keyed<T>> rows = new ArrayList<>();
        Iterator<OrderedPart> parts = parts(definition, request);
        while (rows.size() < wanted && parts.hasNext()) {
            rows.addAll(part(definition, request, parts.next(), wanted - rows.size(), scope));
        }
        boolean more = rows.size() > request.pageSize();
        List<T> items = rows.stream().limit(request.pageSize()).map(Keyed::row).toList();
        String next = more
                ? PageToken.of(
                        definition.name(),
                        request.q(),
                        request.sort(),
                        rows.get(request.pageSize() - 1).keys())
                : null;
        return new Page<>(items, next);
    }

    private Iterator<OrderedPart> parts(ListDefinition<?> definition, ListRequest request) {
        List<ListSql.Order> orders = new ListSql(definition).orderOf(request.sort());
        SortKey.Holder holder = orders.getFirst().key().holder();
        if (holder == null) {
            return OrderedPart.of(orders);
        }
        boolean descending = orders.getFirst().descending();
        SqlParameters parameters = new SqlParameters();
        String from = "";
        if (request.pageToken() != null) {
            String name = PageToken.read(
                            request.pageToken(), definition.name(), request.q(), request.sort(), orders.size())
                    .getFirst();
            from = " where h.name " + (descending ? "<= " : ">= ") + parameters.add(name);
        }
        List<UUID> first = jdbc.queryForList(
                "select h.id from " + holder.table() + " h" + from + " order by h.name" + (descending ? " desc" : "")
                        + " limit " + HOLDERS_APART,
                parameters.values(),
                UUID.class);
        return OrderedPart.of(orders, holder, first);
    }

    private <T> List<Keyed<T>> part(
            ListDefinition<T> definition, ListRequest request, OrderedPart part, int limit, AccessScope scope) {
        ListSql sql = new ListSql(definition, lookup);
        ListWhere where =
                sql.conditions(FilterExpression.parse(request.q()), scope).and(part.condition());
        if (request.pageToken() != null) {
            List<String> keys = PageToken.read(
                    request.pageToken(),
                    definition.name(),
                    request.q(),
                    request.sort(),
                    part.orders().size());
            where = where.and(sql.after(part.orders(), keys));
        }
        return query(
                sql.select(where, part.orders(), limit, scope),
                sql,
                definition,
                part.orders().size(),
                request.pageToken());
    }

    /** The first rows that match, or empty if they are not found within a second: for a search while somebody types. */
    public <T> Optional<List<T>> few(
            ListDefinition<T> definition, String q, String sort, int limit, AccessScope scope) {
        ListSql sql = new ListSql(definition, lookup);
        List<ListSql.Order> orders = sql.orderOf(sort);
        String statement = sql.select(sql.conditions(FilterExpression.parse(q), scope), orders, limit, scope);
        try {
            return Optional.of(typing.query(
                    statement,
                    sql.parameters().values(),
                    (row, number) -> definition.reader().read(row)));
        } catch (QueryTimeoutException e) {
            return Optional.empty();
        }
    }

    /** The row with this id, if it is within the scope; empty or one. */
    public <T> List<T> byId(ListDefinition<T> definition, Object id, AccessScope scope) {
        ListSql sql = new ListSql(definition, lookup);
        String where = sql.where(new FilterExpression(List.of()), scope);
        return jdbc.query(
                "select " + definition.selectColumns() + " from " + sql.from(scope) + " where " + where
                        + " and " + definition.idKey().expression() + " = "
                        + sql.parameters().add(id),
                sql.parameters().values(),
                (row, number) -> definition.reader().read(row));
    }

    /**
     * The ids of the rows that match, for acting on all of them: what matches changes while one acts.
     *
     * @param limit the most that are read
     */
    public List<UUID> ids(ListDefinition<?> definition, String q, AccessScope scope, int limit) {
        ListSql sql = new ListSql(definition, lookup);
        String where = sql.where(FilterExpression.parse(q), scope);
        String id = definition.idKey().expression();
        return jdbc.queryForList(
                "select " + id + " from " + sql.from(scope) + " where " + where + " order by " + id + " limit " + limit,
                sql.parameters().values(),
                UUID.class);
    }

    /** Those of some ids whose rows are there and within the scope. */
    public List<UUID> idsAmong(ListDefinition<?> definition, Collection<UUID> ids, AccessScope scope) {
        ListSql sql = new ListSql(definition, lookup);
        String where = sql.where(new FilterExpression(List.of()), scope);
        String id = definition.idKey().expression();
        return jdbc.queryForList(
                "select " + id + " from " + sql.from(scope) + " where " + where + " and " + id + " = any(cast("
                        + sql.parameters().add(Rows.ids(ids)) + " as uuid[]))",
                sql.parameters().values(),
                UUID.class);
    }

    /** How many rows match, at most {@link #COUNT_CAP} + 1, which means "more than {@link #COUNT_CAP}". */
    public int count(ListDefinition<?> definition, String q, AccessScope scope) {
        ListSql sql = new ListSql(definition, lookup);
        String where = sql.where(FilterExpression.parse(q), scope);
        Integer count = jdbc.queryForObject(
                "select count(*) from (select 1 from " + sql.from(scope) + " where " + where + " limit "
                        + (COUNT_CAP + 1) + ") capped",
                sql.parameters().values(),
                Integer.class);
        return count == null ? 0 : count;
    }

    /**
     * Values that a field has within the scope and that begin like this, sorted; some of them where there are many. A help for
     * typing: bounded in rows and in time, and empty where the field suggests nothing.
     */
    public List<String> suggest(ListDefinition<?> definition, String field, String begun, AccessScope scope) {
        FilterTerm.Suggested suggested =
                definition.termOf(field.toLowerCase(Locale.ROOT)).suggested();
        if (suggested == null) {
            return List.of();
        }
        ListSql sql = new ListSql(definition, lookup);
        String value = suggested.expression();
        String pattern = sql.parameters().add(Conditions.likeText(begun) + "%");
        String statement = "select distinct value from (select " + value + " as value from "
                + sql.suggestedFrom(suggested, scope) + " and " + Conditions.like(value, pattern) + " limit "
                + SUGGESTED_FROM + ") found where value <> '' order by value limit " + SUGGESTIONS;
        try {
            return typing.queryForList(statement, sql.parameters().values(), String.class);
        } catch (QueryTimeoutException e) {
            return List.of();
        }
    }

    /** Every row that matches, by a cursor in one snapshot; nothing is held in memory. */
    public <T> void stream(ListDefinition<T> definition, String q, String sort, AccessScope scope, Consumer<T> sink) {
        stream(definition, q, sort, scope, sink, () -> {});
    }

    /**
     * Every row that matches, by a cursor in one snapshot; nothing is held in memory.
     *
     * @param end called after the last row, still within the snapshot
     */
    public <T> void stream(
            ListDefinition<T> definition, String q, String sort, AccessScope scope, Consumer<T> sink, Runnable end) {
        ListSql sql = new ListSql(definition, lookup);
        List<ListSql.Order> orders = sql.orderOf(sort);
        String where = sql.where(FilterExpression.parse(q), scope);
        String statement = "select " + definition.selectColumns() + " from " + sql.from(scope) + " where " + where
                + " order by " + sql.orderBy(orders);
        snapshot.executeWithoutResult(status -> {
            streaming.query(statement, sql.parameters().values(), row -> {
                sink.accept(definition.reader().read(row));
            });
            end.run();
        });
    }

    private <T> List<Keyed<T>> query(
            String statement, ListSql sql, ListDefinition<T> definition, int keys, @Nullable String pageToken) {
        try {
            return jdbc.query(statement, sql.parameters().values(), (row, number) -> {
                List<String> values = new ArrayList<>(keys);
                for (int i = 0; i < keys; i++) {
                    values.add(row.getString("sort_key_" + i));
                }
                return new Keyed<>(definition.reader().read(row), values);
            });
        } catch (DataIntegrityViolationException e) {
            if (pageToken == null) {
                throw e;
            }
            // A forged token whose keys do not have the type of the sort.
            throw new InvalidRequest("pageToken", pageToken, "the nextPageToken of a page with the same q and sort");
        }
    }

    private record Keyed<T>(T row, List<String> keys) {}
}
