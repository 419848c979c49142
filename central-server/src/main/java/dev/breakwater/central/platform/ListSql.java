package dev.breakwater.central.platform;

import dev.breakwater.central.platform.FilterExpression.Comparison;
import dev.breakwater.central.platform.FilterExpression.Term;
import dev.breakwater.central.platform.FilterExpression.Value;
import dev.breakwater.central.platform.FilterTerm.Shortcut;
import dev.breakwater.central.platform.FilterTerm.Suggested;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the SQL of a list together: filter, scope, order, keyset. */
final class ListSql {

    /** One step of the order. */
    record Order(SortKey key, boolean descending) {}

    private static final int MAX_SORT_KEYS = 4;

    private final ListDefinition<?> definition;
    private final SqlParameters parameters;

    /** Conditions keep their sub-queries. */
    ListSql(ListDefinition<?> definition) {
        this(definition, IdLookup.NONE);
    }

    ListSql(ListDefinition<?> definition, IdLookup lookup) {
        this.definition = definition;
        this.parameters = new SqlParameters(lookup);
    }

    SqlParameters parameters() {
        return parameters;
    }

    List<Order> orderOf(String sort) {
        List<Order> byDefault = parse(definition.defaultSort());
        List<Order> orders = sort.isBlank() ? byDefault : parse(sort);
        if (orders.size() > MAX_SORT_KEYS) {
            throw new InvalidRequest("sort", sort, "at most " + MAX_SORT_KEYS + " fields");
        }
        if (orders.size() == 1
                && orders.getFirst().key().equals(byDefault.getFirst().key())) {
            orders = like(byDefault, orders.getFirst().descending());
        }
        orders.add(new Order(definition.idKey(), orders.getLast().descending()));
        return orders;
    }

    /** Sorted by what the list is sorted by first: by the rest of that order, too, or the other way round. */
    private static List<Order> like(List<Order> byDefault, boolean descending) {
        boolean same = byDefault.getFirst().descending() == descending;
        return byDefault.stream()
                .map(order -> same ? order : new Order(order.key(), !order.descending()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private List<Order> parse(String sort) {
        List<Order> orders = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String part : sort.split(",", -1)) {
            String field = part.strip();
            boolean descending = field.startsWith("-");
            SortKey key = definition.sortOf(descending ? field.substring(1) : field);
            if (seen.add(key.name())) {
                orders.add(new Order(key, descending));
            }
        }
        return orders;
    }

    /** Filter and scope as one condition. */
    String where(FilterExpression filter, AccessScope scope) {
        return conditions(filter, scope).together();
    }

    /** Filter and scope; the first choice that indexes serve in alternatives is kept as such. */
    ListWhere conditions(FilterExpression filter, AccessScope scope) {
        List<String> conditions = new ArrayList<>();
        List<String> choice = List.of();
        conditions.add("(" + definition.whereAlways() + ")");
        if (definition.scopeMark() == null) {
            conditions.add(scopeCondition(scope));
        }
        for (Term term : filter.terms()) {
            List<List<String>> values = term.values().stream()
                    .map(value -> alternatives(term, value, filter))
                    .toList();
            if (choice.isEmpty()
                    && !term.negated()
                    && values.size() == 1
                    && values.getFirst().size() > 1) {
                choice = values.getFirst();
            } else {
                String any = values.stream().map(ListWhere::any).collect(Collectors.joining(" or "));
                conditions.add((term.negated() ? "not " : "") + "(" + any + ")");
            }
        }
        return new ListWhere(conditions, choice);
    }

    /** The statement of the first rows in an order, with the keys of each. */
    String select(ListWhere where, List<Order> orders, int limit, AccessScope scope) {
        String from = " from " + from(scope) + " where ";
        String end = " order by " + orderBy(orders) + " limit " + limit;
        return "select " + definition.selectColumns() + keyColumns(orders) + from
                + (definition.findsIdsFirst() ? idsFirst(where, from, end) : where.together()) + end;
    }

    /** That a row is one of the first: of all, or of those of each alternative. */
    private String idsFirst(ListWhere where, String from, String end) {
        String id = definition.idKey().expression();
        return where.apart().stream()
                .map(alternative -> "(select " + id + from + alternative + end + ")")
                .collect(Collectors.joining(" union ", id + " in (", ")"));
    }

    /** The tables, with the scope in them where the definition wants it there. */
    String from(AccessScope scope) {
        String mark = definition.scopeMark();
        String tables = definition.fromTables(scope);
        return mark == null ? tables : tables.replace(mark, scopeCondition(scope));
    }

    /** Tables and first condition of the values to suggest for a field. */
    String suggestedFrom(Suggested suggested, AccessScope scope) {
        FilterTerm.Source source = suggested.from();
        if (source == null) {
            return from(scope) + " where " + where(new FilterExpression(List.of()), scope);
        }
        String seen = ScopeCondition.of(scope, source.cluster(), source.namespace(), parameters);
        return source.tables() + " where " + source.where().replace(FilterTerm.Source.SCOPE, seen);
    }

    private String scopeCondition(AccessScope scope) {
        return definition.isForEveryone()
                ? "true"
                : ScopeCondition.of(scope, definition.clusterColumn(), definition.namespaceColumn(), parameters);
    }

    private List<String> alternatives(Term term, Value value, FilterExpression filter) {
        if (!term.field().isEmpty()) {
            FilterTerm field = definition.termOf(term.field());
            return shorter(field.shortcut(), field.name(), value, filter)
                    .orElseGet(() -> List.of(field.condition().toSql(field.name(), value, parameters)));
        }
        if (definition.searched().isEmpty()) {
            throw new InvalidRequest("q", value.text(), "field:value; this list has no free text search");
        }
        if (value.comparison() != Comparison.EQUAL) {
            throw new InvalidRequest("q", value.toString(), "a field before a comparison, such as risk:>5");
        }
        return shorter(definition.searchedFaster(), "", value, filter).orElseGet(() -> {
            String pattern = parameters.add(Conditions.pieceOf(value));
            return List.of(ListWhere.any(definition.searched().stream()
                    .map(expression -> Conditions.like(expression, pattern))
                    .toList()));
        });
    }

    private Optional<List<String>> shorter(
            @Nullable Shortcut shortcut, String field, Value value, FilterExpression filter) {
        return shortcut == null || !shortcut.when().test(filter)
                ? Optional.empty()
                : shortcut.condition().toSql(field, value, parameters);
    }

    /** The rows after the given keys; a row comparison where all directions agree, so that an index can serve it. */
    String after(List<Order> orders, List<String> keys) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            values.add("cast(" + parameters.add(keys.get(i)) + " as "
                    + orders.get(i).key().type().sqlType() + ")");
        }
        boolean sameDirection =
                orders.stream().map(Order::descending).distinct().count() == 1;
        if (sameDirection) {
            return "(" + orders.stream().map(o -> o.key().expression()).collect(Collectors.joining(", ")) + ") "
                    + (orders.getFirst().descending() ? "<" : ">") + " (" + String.join(", ", values) + ")";
        }
        List<String> alternatives = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            StringBuilder one = new StringBuilder("(");
            for (int j = 0; j < i; j++) {
                one.append(orders.get(j).key().expression())
                        .append(" = ")
                        .append(values.get(j))
                        .append(" and ");
            }
            one.append(orders.get(i).key().expression())
                    .append(orders.get(i).descending() ? " < " : " > ")
                    .append(values.get(i));
            alternatives.add(one.append(")").toString());
        }
        return "(" + String.join(" or ", alternatives) + ")";
    }

    String orderBy(List<Order> orders) {
        return orders.stream()
                .map(o -> o.key().expression() + (o.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }

    String keyColumns(List<Order> orders) {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < orders.size(); i++) {
            columns.append(", cast(")
                    .append(orders.get(i).key().expression())
                    .append(" as text) as sort_key_")
                    .append(i);
        }
        return columns.toString();
    }
}
