package dev.breakwater.central.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An API token as it may be shown: never its secret. */
public record ApiToken(
        UUID id,
        String name,
        Role role,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {}
