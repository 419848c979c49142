package dev.breakwater.contracts;

import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.engine.model.Text;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Records taken apart and put together, so that a property can change one field at a time. */
final class Records {

    /** Their components depend on each other: they change as a whole. */
    private static final Set<Class<?>> WHOLE = Set.of(Text.class, ImageName.class, Digest.class);

    private Records() {}

    /** A record that differs from another in the field at the path only. */
    record Changed(String path, Object record) {}

    /** Every record that comes of the first by taking one field, at any depth, from the second. */
    static List<Changed> changedOneField(Object first, Object second) {
        List<Changed> changed = new ArrayList<>();
        RecordComponent[] components = first.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            int position = i;
            String name = components[i].getName();
            Object mine = values(first)[i];
            Object other = values(second)[i];
            if (!Objects.equals(mine, other)) {
                changed.add(new Changed(name, with(first, position, other)));
            }
            deeper(mine, other)
                    .forEach(below ->
                            changed.add(new Changed(name + "." + below.path(), with(first, position, below.record()))));
        }
        return changed;
    }

    static Object create(Class<?> type, Object... arguments) {
        Class<?>[] parameters = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(parameters).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
        }
    }

    private static List<Changed> deeper(Object mine, Object other) {
        if (mine instanceof List<?> list && other instanceof List<?> others && !list.isEmpty() && !others.isEmpty()) {
            return deeper(list.getFirst(), others.getFirst()).stream()
                    .map(below -> new Changed("first." + below.path(), withFirst(list, below.record())))
                    .toList();
        }
        boolean records = mine instanceof Record && other instanceof Record;
        return records && !WHOLE.contains(mine.getClass()) ? changedOneField(mine, other) : List.of();
    }

    private static List<Object> withFirst(List<?> list, Object first) {
        List<Object> changed = new ArrayList<>(list);
        changed.set(0, first);
        return changed;
    }

    private static Object with(Object record, int position, Object value) {
        Object[] arguments = values(record);
        arguments[position] = value;
        return create(record.getClass(), arguments);
    }

    private static Object[] values(Object record) {
        return Stream.of(record.getClass().getRecordComponents())
                .map(component -> {
                    try {
                        return component.getAccessor().invoke(record);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException("cannot read " + component, e);
                    }
                })
                .toArray();
    }
}
