package dev.breakwater.central.transfer.internal;

import dev.breakwater.central.system.Carried;
import dev.breakwater.central.transfer.Transfer;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.SerializationFeature;

/** The form of the file as a JSON Schema, read from the records of the sections, so that it cannot say anything else. */
final class ExportSchema {

    private ExportSchema() {}

    static String of(List<Carried<?>> sections) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("format", Map.of("const", Transfer.FORMAT));
        properties.put("version", Map.of("const", Transfer.VERSION));
        for (Carried<?> section : sections) {
            Map<String, Object> list = new LinkedHashMap<>();
            list.put("description", section.what());
            list.put("type", "array");
            list.put("maxItems", Transfer.MOST_ITEMS);
            list.put("items", record(section.item()));
            properties.put(section.name(), list);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:breakwater:export:" + Transfer.VERSION);
        schema.put("title", "What people made in Breakwater");
        schema.put("type", "object");
        schema.put("required", List.of("format", "version"));
        schema.put("additionalProperties", false);
        schema.put("properties", properties);
        return ExportFile.JSON
                        .writer()
                        .with(SerializationFeature.INDENT_OUTPUT)
                        .without(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .writeValueAsString(schema)
                        .replace("\r\n", "\n")
                + "\n";
    }

    private static Map<String, Object> record(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean optional = Given.isOptional(component);
            properties.put(component.getName(), value(component.getGenericType(), optional));
            if (!optional) {
                required.add(component.getName());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("required", required);
        schema.put("additionalProperties", false);
        schema.put("properties", properties);
        return schema;
    }

    private static Map<String, Object> value(Type type, boolean optional) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (type instanceof ParameterizedType many && many.getRawType() instanceof Class<?> raw) {
            Type[] of = many.getActualTypeArguments();
            if (Collection.class.isAssignableFrom(raw)) {
                schema.put("type", type("array", optional));
                schema.put("items", value(of[0], false));
            } else {
                schema.put("type", type("object", optional));
                schema.put("additionalProperties", value(of[1], false));
            }
            return schema;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return optional ? Map.of("oneOf", List.of(record(plain), Map.of("type", "null"))) : record(plain);
        }
        if (plain.isEnum()) {
            List<Object> words = new ArrayList<>(
                    Arrays.stream(plain.getEnumConstants()).map(String::valueOf).toList());
            if (optional) {
                words.add(null);
            }
            schema.put("enum", words);
        } else if (plain == boolean.class) {
            schema.put("type", type("boolean", optional));
        } else if (plain == int.class) {
            schema.put("type", type("integer", optional));
        } else if (plain == String.class || plain == Instant.class || plain == UUID.class) {
            schema.put("type", type("string", optional));
            if (plain != String.class) {
                schema.put("format", plain == UUID.class ? "uuid" : "date-time");
            }
        } else if (plain != Object.class) {
            throw new IllegalStateException("a file cannot have a " + plain.getName());
        }
        return schema;
    }

    private static Object type(String name, boolean optional) {
        return optional ? List.of(name, "null") : name;
    }
}
