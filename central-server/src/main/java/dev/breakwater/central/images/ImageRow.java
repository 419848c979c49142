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
 * @param scan how far what was found inside can be relied on
 * @param scannedAt {@code null} = nobody has looked inside
 * @param operatingSystem such as {@code debian:12}, empty = not known
 * @param packages how many, 0 as long as nobody has looked
 * @param secrets how many things in it look like secrets
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
        Instant firstSeenAt,
        ImageReport.State scan,
        @Nullable Instant scannedAt,
        String operatingSystem,
        int packages,
        int secrets) {}
