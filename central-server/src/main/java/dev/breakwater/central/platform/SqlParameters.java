package dev.breakwater.central.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the named parameters of a statement that is being put together; user input reaches SQL only through here. */
public final class SqlParameters {

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Keeps a value and returns how the statement refers to it. */
    public String add(Object value) {
        String name = "p" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    public Map<String, Object> values() {
        return values;
    }
}
