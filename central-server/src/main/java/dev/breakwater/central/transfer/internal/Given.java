package dev.breakwater.central.transfer.internal;

import dev.breakwater.central.platform.InvalidRequest;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether an item has all that must be given, and only texts that the database takes. */
final class Given {

    private static final String TEXT = "text without U+0000 and without half of a surrogate pair";

    private Given() {}

    static void check(Record item) {
        for (RecordComponent component : item.getClass().getRecordComponents()) {
            Object value = Components.of(item, component);
            if (value == null && !isOptional(component)) {
                throw new InvalidRequest(component.getName(), "", "a value; it must be given");
            }
            try {
                look(value);
            } catch (InvalidRequest e) {
                throw new InvalidRequest(
                        component.getName() + (e.field().isEmpty() ? "" : "/" + e.field()), e.value(), e.allowed());
            }
        }
    }

    static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static void look(@Nullable Object value) {
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof Record inner) {
            check(inner);
        } else if (value instanceof Collection<?> many) {
            int number = 0;
            for (Object one : many) {
                within(String.valueOf(number++), one);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                text(String.valueOf(key));
                within(String.valueOf(key), one);
            });
        }
    }

    private static void within(String name, @Nullable Object value) {
        if (value == null) {
            throw new InvalidRequest(name, "", "a value; it must be given");
        }
        try {
            look(value);
        } catch (InvalidRequest e) {
            throw new InvalidRequest(name + (e.field().isEmpty() ? "" : "/" + e.field()), e.value(), e.allowed());
        }
    }

    private static void text(String text) {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new InvalidRequest("", "(cannot be kept)", TEXT);
        }
    }
}
