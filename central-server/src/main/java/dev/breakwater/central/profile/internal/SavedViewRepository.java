package dev.breakwater.central.profile.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SavedViewRepository extends Repository<SavedViewEntity, UUID> {

    @Query("""
            select v from SavedViewEntity v where v.list = :list and (v.owner = :person or v.shared)
            order by case when v.owner = :person then 0 else 1 end, v.name, v.id limit 500
            """)
    List<SavedViewEntity> seenBy(String list, String person);

    int countByOwnerAndList(String owner, String list);

    Optional<SavedViewEntity> findById(UUID id);

    Optional<SavedViewEntity> findByOwnerAndListAndName(String owner, String list, String name);

    SavedViewEntity save(SavedViewEntity view);

    void delete(SavedViewEntity view);
}
