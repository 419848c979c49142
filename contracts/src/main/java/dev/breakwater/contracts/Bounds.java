package dev.breakwater.contracts;

import java.util.List;
import java.util.Map;

/** The checks that every mapping applies to what it reads and writes; each answers the value itself. */
final class Bounds {

    private Bounds() {}

    static String name(String field, String value) {
        return atMost(WireLimits.NAME_CHARACTERS, field, value);
    }

    static String text(String field, String value) {
        return atMost(WireLimits.TEXT_CHARACTERS, field, value);
    }

    static <T> List<T> list(String field, List<T> values) {
        count(field, values.size());
        return values;
    }

    static List<String> names(String field, List<String> values) {
        count(field, values.size());
        for (String value : values) {
            name(field, value);
        }
        return values;
    }

    static <V> Map<String, V> keys(String field, Map<String, V> values) {
        count(field, values.size());
        for (String key : values.keySet()) {
            name(field, key);
        }
        return values;
    }

    static Map<String, String> labels(String field, Map<String, String> labels) {
        keys(field, labels);
        for (String value : labels.values()) {
            name(field, value);
        }
        return labels;
    }

    static double finite(String field, double value) {
        if (!Double.isFinite(value)) {
            throw new WireException(field, Double.toString(value), "a finite number");
        }
        return value;
    }

    /** A part without which the object cannot be judged: its absence must not read as "nothing set". */
    static void present(String field, boolean present) {
        if (!present) {
            throw new WireException(field, "absent", "a message");
        }
    }

    private static void count(String field, int size) {
        if (size > WireLimits.ENTRIES) {
            throw new WireException(field, "of " + size + " entries", "at most " + WireLimits.ENTRIES);
        }
    }

    private static String atMost(int limit, String field, String value) {
        if (value.length() > limit) {
            throw new WireException(field, "of " + value.length() + " characters", "at most " + limit);
        }
        return value;
    }
}
