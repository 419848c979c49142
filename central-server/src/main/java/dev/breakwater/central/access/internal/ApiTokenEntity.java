package dev.breakwater.central.access.internal;

import dev.breakwater.central.access.ApiToken;
import dev.breakwater.central.access.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "api_tokens")
class ApiTokenEntity {

    /** A use within this time of the last one is not written down again. */
    private static final Duration USE_GRAIN = Duration.ofMinutes(1);

    @Id
    private UUID id;

    private String name;
    private byte @Nullable [] tokenHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String createdBy;
    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable Instant lastUsedAt;
    private @Nullable Instant revokedAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected ApiTokenEntity() {}

    ApiTokenEntity(
            UUID id, String name, byte[] tokenHash, Role role, String createdBy, Instant createdAt, Instant expiresAt) {
        this.id = id;
        this.name = name;
        this.tokenHash = tokenHash;
        this.role = role;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    boolean usableAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    boolean needsUseNoted(Instant now) {
        return lastUsedAt == null || lastUsedAt.plus(USE_GRAIN).isBefore(now);
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    ApiToken toToken() {
        return new ApiToken(id, name, role, createdBy, createdAt, expiresAt, lastUsedAt, revokedAt, tokenHash != null);
    }
}
