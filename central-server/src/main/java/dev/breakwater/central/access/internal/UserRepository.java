package dev.breakwater.central.access.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface UserRepository extends Repository<UserEntity, UUID> {

    Optional<UserEntity> findByUsername(String username);

    List<UserEntity> findTop500ByOrderByUsername();

    UserEntity save(UserEntity user);
}
