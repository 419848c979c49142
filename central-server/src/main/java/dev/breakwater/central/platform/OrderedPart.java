package dev.breakwater.central.platform;

import dev.breakwater.central.platform.ListSql.Order;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The rows of a list that are read by one statement. Most lists are one part. An order that begins with what only some rows have
 * is two: those that have it, whose order an index gives, and then the others; together they are the same order. One by the
 * names of what the rows belong to is a part for each of the first of these, and one for all others.
 *
 * @param condition of its rows, may be empty
 */
record OrderedPart(List<Order> orders, String condition) {

    OrderedPart {
        orders = List.copyOf(orders);
    }

    static Iterator<OrderedPart> of(List<Order> orders) {
        SortKey.Partial partial = orders.getFirst().key().partial();
        if (partial == null) {
            return List.of(new OrderedPart(orders, "")).iterator();
        }
        OrderedPart having = new OrderedPart(by(partial.column(), orders), partial.having());
        OrderedPart others = new OrderedPart(by(partial.others(), orders), "not (" + partial.having() + ")");
        return (orders.getFirst().descending() ? List.of(having, others) : List.of(others, having)).iterator();
    }

    /**
     * By the names of holders.
     *
     * @param first the ids of the first of them in the order; each gives the beginning of the list if it holds any
     */
    static Iterator<OrderedPart> of(List<Order> orders, SortKey.Holder holder, List<UUID> first) {
        List<OrderedPart> parts = new ArrayList<>();
        for (UUID id : first) {
            String name = "(select h.name from " + holder.table() + " h where h.id = '" + id + "')";
            parts.add(new OrderedPart(by(name, orders), holder.column() + " = '" + id + "'"));
        }
        String ids = first.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        parts.add(new OrderedPart(orders, holder.column() + " <> all('" + ids + "'::uuid[])"));
        return parts.iterator();
    }

    private static List<Order> by(String expression, List<Order> orders) {
        List<Order> changed = new ArrayList<>(orders);
        SortKey key = orders.getFirst().key();
        changed.set(
                0,
                new Order(
                        new SortKey(key.name(), expression, key.type()),
                        orders.getFirst().descending()));
        return changed;
    }
}
