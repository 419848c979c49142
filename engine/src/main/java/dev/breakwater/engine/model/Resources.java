package dev.breakwater.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * Requests and limits of a container; {@code null} = not set.
 *
 * @param cpuRequest in cores
 * @param cpuLimit in cores
 * @param memoryRequest in bytes
 * @param memoryLimit in bytes
 */
public record Resources(
        @Nullable Double cpuRequest,
        @Nullable Double cpuLimit,
        @Nullable Long memoryRequest,
        @Nullable Long memoryLimit) {

    public static final Resources NOT_SET = new Resources(null, null, null, null);
}
