package dev.breakwater.central.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API token as it may be shown: never its secret.
 *
 * @param hasSecret {@code false} = it came by an import, which carries no secrets, and nobody can use it
 */
public record ApiToken(
        UUID id,
        String name,
        Role role,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        boolean hasSecret) {}
