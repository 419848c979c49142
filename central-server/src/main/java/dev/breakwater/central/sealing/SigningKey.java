package dev.breakwater.central.sealing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that central signs with, without its private half.
 *
 * @param fingerprint {@code SHA256:…}, which names it everywhere
 * @param publicKey PEM
 * @param createdAt from when on it signed
 * @param createdBy who made it, {@code system} for the first
 * @param reason why it was made
 * @param retiredAt from when on it signed no more, {@code null} = it is the present one
 */
public record SigningKey(
        String fingerprint,
        String publicKey,
        Instant createdAt,
        String createdBy,
        String reason,
        @Nullable Instant retiredAt) {}
