package dev.breakwater.central.overview.internal;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row whose fields are its columns: what is many stands in one cell, parted by spaces, or as {@code key=value; …}. */
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
        return components.stream().map(RecordComponent::getName).toList();
    }

    List<@Nullable Object> of(Record row) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (RecordComponent component : components) {
            cells.add(cell(value(row, component)));
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
