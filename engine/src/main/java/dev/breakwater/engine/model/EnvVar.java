package dev.breakwater.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * An environment variable, or a whole source of them.
 *
 * @param name the name; for {@code envFrom} the prefix followed by {@code *}
 * @param source where the value comes from
 * @param value the literal value, only for {@link Source#RAW}
 * @param reference name of the secret or config map, or the field path; empty for literals
 * @param key the entry in it, empty for a whole source
 */
public record EnvVar(String name, Source source, @Nullable Text value, String reference, String key) {

    /** Where a value comes from. */
    public enum Source {
        /** A literal in the object. */
        RAW,
        SECRET_KEY,
        CONFIG_MAP_KEY,
        FIELD,
        RESOURCE_FIELD,
        /** A reference of a kind that this version does not know. */
        UNKNOWN
    }
}
