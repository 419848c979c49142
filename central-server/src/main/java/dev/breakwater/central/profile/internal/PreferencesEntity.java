package dev.breakwater.central.profile.internal;

import dev.breakwater.central.profile.Preferences;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Entity
@Table(name = "preferences")
class PreferencesEntity {

    private static final TypeReference<TreeMap<String, List<String>>> COLUMNS = new TypeReference<>() {};

    @Id
    private String person;

    @Enumerated(EnumType.STRING)
    private Preferences.Theme theme;

    @Enumerated(EnumType.STRING)
    private Preferences.Density density;

    private boolean singleKeys;
    private String columns;
    private Instant updatedAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected PreferencesEntity() {}

    @SuppressWarnings("NullAway.Init")
    PreferencesEntity(String person) {
        this.person = person;
    }

    void change(Preferences preferences, Instant now) {
        theme = preferences.theme();
        density = preferences.density();
        singleKeys = preferences.singleKeys();
        columns = JsonMapper.shared().writeValueAsString(new TreeMap<>(preferences.columns()));
        updatedAt = now;
    }

    Preferences toPreferences() {
        Map<String, List<String>> byList = JsonMapper.shared().readValue(columns, COLUMNS);
        return new Preferences(theme, density, singleKeys, byList);
    }
}
