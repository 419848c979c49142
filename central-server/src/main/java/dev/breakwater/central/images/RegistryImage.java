package dev.breakwater.central.images;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tag of a repository that runs or is watched, as the registry had it when it was last read.
 *
 * @param name registry/repository:tag
 * @param digest what it names, {@code null} = the registry was not asked
 * @param builtAt {@code null} = the registry was not asked, or the image does not say
 * @param newerTag the newest of the same series, empty = none is known
 * @param newerSince when that was built, else first seen in the registry; {@code null} = there is none
 * @param workloads how many run it, by tag or digest
 * @param watched whether people asked to be told of its repository
 * @param lookedAt when its repository was last read, {@code null} = not yet
 * @param error of that, empty = it went well; what is told is then as of the time before
 */
public record RegistryImage(
        UUID id,
        String name,
        String registry,
        String repository,
        String tag,
        @Nullable String digest,
        @Nullable Instant builtAt,
        Instant firstSeenAt,
        String newerTag,
        @Nullable Instant newerSince,
        long workloads,
        boolean watched,
        @Nullable Instant lookedAt,
        String error) {}
