package dev.breakwater.central.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person with a local account. */
public record User(
        UUID id,
        String username,
        Role role,
        boolean enabled,
        Instant createdAt,
        @Nullable Instant lastLoginAt) {}
