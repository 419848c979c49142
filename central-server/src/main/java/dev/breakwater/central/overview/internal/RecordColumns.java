package dev.breakwater.central.overview.internal;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row whose fields are its columns: what is many stands in one cell, parted by spaces, or as {@code key=value; …}, and a record
 * within it is a column for each of its fields.
 */
final class RecordColumns {

    private final List<RecordComponent> components;

    RecordColumns(Class<? extends Record> row) {
        this(List.of(row.getRecordComponents()));
    }

    private RecordColumns(List<RecordComponent> components) {
        this.components = components;
        components.forEach(component -> component.getAccessor().setAccessible(true));
    }

    /** Without what does not fit into a cell. */
    RecordColumns without(String... names) {
        return new RecordColumns(components.stream()
                .filter(component -> !List.of(names).contains(component.getName()))
                .toList());
    }

    List<String> names() {
        return components.stream().flatMap(RecordColumns::names).toList();
    }

    private static Stream<String> names(RecordComponent component) {
        RecordColumns inner = inner(component);
        return inner == null
                ? Stream.of(component.getName())
                : inner.names().stream().map(name -> component.getName() + "." + name);
    }

    private static @Nullable RecordColumns inner(RecordComponent component) {
        return component.getType().isRecord()
                ? new RecordColumns(component.getType().asSubclass(Record.class))
                : null;
    }

    List<@Nullable Object> of(Record row) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (RecordComponent component : components) {
            Object value = value(row, component);
            RecordColumns inner = inner(component);
            if (inner == null) {
                cells.add(cell(value));
            } else if (value == null) {
                inner.names().forEach(name -> cells.add(null));
            } else {
                cells.addAll(inner.of((Record) value));
            }
        }
        return cells;
    }

    private static @Nullable Object value(Record row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a row without its field " + component.getName(), e);
        }
    }

    private static @Nullable Object cell(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining("; "));
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).collect(Collectors.joining("; "));
        }
        if (value instanceof Object[] array) {
            return cell(Arrays.asList(array));
        }
        return value;
    }
}
