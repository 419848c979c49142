package dev.breakwater.central.images;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An image in a list.
 *
 * @param name registry/repository:tag@digest, as far as known
 * @param digest {@code null} = unresolved: only the tag is known, and it may name another content tomorrow
 * @param builtAt when it was built, {@code null} = nobody told
 * @param factsFrom who told of it, empty = nobody has looked at it
 * @param workloads how many visible workloads declare or run it
 */
public record ImageRow(
        UUID id,
        String name,
        String registry,
        String repository,
        String tag,
        @Nullable String digest,
        boolean resolved,
        @Nullable Instant builtAt,
        String factsFrom,
        long workloads,
        Instant firstSeenAt) {}
