package dev.breakwater.central.images;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A repository that people want to be told of, whether anything of it runs or not.
 *
 * @param registry such as {@code docker.io}
 * @param repository such as {@code library/nginx}
 * @param tags of which the newest are looked into; {@code *} for any text, empty = none
 * @param workloads how many workloads run something of it
 * @param staleTags how many of its tags are outdated by a newer one of the same series
 * @param lookedAt when its tags were last read, {@code null} = not yet
 * @param error of that, empty = it went well
 */
public record ImageWatch(
        UUID id,
        String registry,
        String repository,
        String tags,
        String note,
        long workloads,
        int tagCount,
        long staleTags,
        @Nullable Instant lookedAt,
        String error,
        int version,
        Instant updatedAt,
        String updatedBy) {}
