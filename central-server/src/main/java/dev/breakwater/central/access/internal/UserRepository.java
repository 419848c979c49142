package dev.breakwater.central.access.internal;

import dev.breakwater.central.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

interface UserRepository extends Repository<UserEntity, UUID> {

    Optional<UserEntity> findByUsername(String username);

    List<UserEntity> findTop500ByOrderByUsername();

    UserEntity save(UserEntity user);

    void delete(UserEntity user);

    /** Nobody else takes an administrator away until the transaction ends. */
    @Query(
            value = "select username from users where enabled and role = 'ADMIN' order by id for update",
            nativeQuery = true)
    List<String> lockAdministrators();

    /** Whether somebody else can still administer. */
    boolean existsByEnabledTrueAndRoleAndUsernameNot(Role role, String username);

    /**
     * Notes a sign-in. Not by the entity: two requests of one account that come at once would both change its version, and one
     * of them would fail.
     */
    @Modifying
    @Query("update UserEntity u set u.lastLoginAt = :at where u.id = :id")
    void signedIn(@Param("id") UUID id, @Param("at") Instant at);
}
