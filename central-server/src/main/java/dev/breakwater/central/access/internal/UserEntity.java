package dev.breakwater.central.access.internal;

import dev.breakwater.central.access.Role;
import dev.breakwater.central.access.User;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "users")
class UserEntity {

    @Id
    private UUID id;

    private String username;
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean enabled;
    private Instant createdAt;
    private @Nullable Instant lastLoginAt;

    /** Rises with each change that ends open sessions. */
    private int standing;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected UserEntity() {}

    UserEntity(UUID id, String username, String passwordHash, Role role, Instant createdAt) {
        this.id = id;
        this.username = username;
        this.passwordHash = passwordHash;
        this.role = role;
        this.enabled = true;
        this.createdAt = createdAt;
    }

    String passwordHash() {
        return passwordHash;
    }

    void changePassword(String hash) {
        passwordHash = hash;
        standing++;
    }

    void enable(boolean on) {
        enabled = on;
        standing++;
    }

    void changeRole(Role other) {
        role = other;
        standing++;
    }

    int standing() {
        return standing;
    }

    User toUser() {
        return new User(id, username, role, enabled, createdAt, lastLoginAt);
    }
}
