package dev.breakwater.central.access.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ApiTokenRepository extends Repository<ApiTokenEntity, UUID> {

    Optional<ApiTokenEntity> findByTokenHash(byte[] tokenHash);

    Optional<ApiTokenEntity> findById(UUID id);

    List<ApiTokenEntity> findTop500ByOrderByCreatedAtDesc();

    ApiTokenEntity save(ApiTokenEntity token);

    /** Past the version, so that a use never collides with a change. */
    @Modifying
    @Query("update ApiTokenEntity t set t.lastUsedAt = :at where t.id = :id")
    void noteUse(UUID id, Instant at);
}
