package dev.breakwater.central.profile.internal;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.profile.MyPreferences;
import dev.breakwater.central.profile.Preferences;
import java.time.Clock;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Not in the audit log: a taste changes nothing for anybody else. */
@Service
@PreAuthorize("isAuthenticated()")
class StoredPreferences implements MyPreferences {

    private final PreferencesRepository preferences;
    private final ActorSource actors;
    private final Clock clock;

    StoredPreferences(PreferencesRepository preferences, ActorSource actors, Clock clock) {
        this.preferences = preferences;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Preferences get() {
        return preferences
                .findById(actors.current().name())
                .map(PreferencesEntity::toPreferences)
                .orElse(Preferences.DEFAULT);
    }

    @Override
    @Transactional
    public Preferences change(Preferences wanted) {
        String person = actors.current().name();
        PreferencesEntity kept = preferences.findById(person).orElseGet(() -> new PreferencesEntity(person));
        kept.change(wanted, clock.instant());
        return preferences.save(kept).toPreferences();
    }
}
