package dev.breakwater.central.access.internal;

import dev.breakwater.central.access.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

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
}
