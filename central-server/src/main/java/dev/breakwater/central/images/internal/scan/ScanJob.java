package dev.breakwater.central.images.internal.scan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job in the hands of whoever claimed it.
 *
 * @param digest {@code null} = only the name is known
 * @param imageId of an image of which only the name is known
 * @param attempt from 1; also tells this claim from one that overtook it
 */
public record ScanJob(
        UUID id,
        @Nullable String digest,
        @Nullable UUID imageId,
        String reference,
        String registry,
        String platform,
        int attempt) {}
