package dev.breakwater.central.transfer.internal;

import dev.breakwater.central.transfer.ImportReport.Difference;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The components of items. */
final class Components {

    private static final int SHOWN = 200;

    private Components() {}

    static @Nullable Object of(Record item, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(item);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's accessors only read", e);
        }
    }

    /** Where two items of a kind differ. */
    static List<Difference> differences(Record here, Record wanted) {
        List<Difference> differences = new ArrayList<>();
        for (RecordComponent component : here.getClass().getRecordComponents()) {
            Object before = of(here, component);
            Object after = of(wanted, component);
            if (!Objects.equals(before, after)) {
                differences.add(new Difference(component.getName(), words(before), words(after)));
            }
        }
        return differences;
    }

    /** All of a new item, as differences from nothing. */
    static List<Difference> all(Record wanted) {
        List<Difference> components = new ArrayList<>();
        for (RecordComponent component : wanted.getClass().getRecordComponents()) {
            components.add(new Difference(component.getName(), "", words(of(wanted, component))));
        }
        return components;
    }

    private static String words(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String words = value instanceof String text ? text : ExportFile.JSON.writeValueAsString(value);
        String plain = value instanceof Enum || value instanceof java.time.Instant ? String.valueOf(value) : words;
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
    }
}
