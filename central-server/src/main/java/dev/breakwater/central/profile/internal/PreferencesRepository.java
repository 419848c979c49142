package dev.breakwater.central.profile.internal;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface PreferencesRepository extends Repository<PreferencesEntity, String> {

    Optional<PreferencesEntity> findById(String person);

    PreferencesEntity save(PreferencesEntity preferences);
}
