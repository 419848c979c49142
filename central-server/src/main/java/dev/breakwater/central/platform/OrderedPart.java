package dev.breakwater.central.platform;

import dev.breakwater.central.platform.ListSql.Order;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The rows of a list that are read by one statement. Most lists are one part. An order that begins with what only some rows have
 * is two: those that have it, whose order an index gives, and then the others; together they are the same order.
 *
 * @param condition begins with {@code and}, or is empty
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
        OrderedPart having = new OrderedPart(by(partial.column(), orders), " and " + partial.having());
        OrderedPart others = new OrderedPart(by(partial.others(), orders), " and not (" + partial.having() + ")");
        return (orders.getFirst().descending() ? List.of(having, others) : List.of(others, having)).iterator();
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
