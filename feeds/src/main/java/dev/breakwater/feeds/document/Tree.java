package dev.breakwater.feeds.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document: fields, items, a text or nothing. Scalars are kept as they are written ({@code 1.10} is a version, no
 * number). Asking for what is not there, or is of another sort, gives an empty part, so that a reader says what it needs and no more.
 */
public record Tree(@Nullable Object value) {

    /** What is not there. */
    public static final Tree NOTHING = new Tree(null);

    /** The field of that name. */
    public Tree get(String name) {
        return value instanceof Map<?, ?> fields ? of(fields.get(name)) : NOTHING;
    }

    /** The text of a scalar, empty for anything else. */
    public String text() {
        return value instanceof String text ? text : "";
    }

    /** The text of the field of that name. */
    public String text(String name) {
        return get(name).text();
    }

    /** The items of a list, none for anything else. */
    public List<Tree> items() {
        return value instanceof List<?> items ? items.stream().map(Tree::of).toList() : List.of();
    }

    /** The items of the field of that name. */
    public List<Tree> items(String name) {
        return get(name).items();
    }

    /** The texts among the items of the field of that name. */
    public List<String> texts(String name) {
        return get(name).items().stream()
                .map(Tree::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The names of the fields in their order, none for anything else. */
    public List<String> names() {
        return value instanceof Map<?, ?> fields
                ? fields.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Whether it has a field of that name, be it empty. */
    public boolean has(String name) {
        return value instanceof Map<?, ?> fields && fields.containsKey(name);
    }

    public boolean isObject() {
        return value instanceof Map<?, ?>;
    }

    public boolean isList() {
        return value instanceof List<?>;
    }

    private static Tree of(@Nullable Object value) {
        return value == null ? NOTHING : new Tree(value);
    }
}
