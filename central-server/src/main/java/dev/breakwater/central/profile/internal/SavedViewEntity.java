package dev.breakwater.central.profile.internal;

import dev.breakwater.central.profile.SavedView;
import dev.breakwater.central.profile.SavedView.Shown;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "saved_views")
class SavedViewEntity {

    @Id
    private UUID id;

    private String owner;
    private String list;
    private String name;
    private boolean shared;
    private String q;
    private String sort;
    private String columns;
    private String scope;
    private Instant createdAt;
    private Instant updatedAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected SavedViewEntity() {}

    @SuppressWarnings("NullAway.Init")
    SavedViewEntity(UUID id, String owner, String list, Instant now) {
        this.id = id;
        this.owner = owner;
        this.list = list;
        this.createdAt = now;
    }

    void change(String newName, boolean forAll, Shown shown, Instant now) {
        name = newName;
        shared = forAll;
        q = shown.q();
        sort = shown.sort();
        columns = String.join(",", shown.columns());
        scope = shown.scope();
        updatedAt = now;
    }

    boolean isSeenBy(String person) {
        return shared || owner.equals(person);
    }

    String owner() {
        return owner;
    }

    String list() {
        return list;
    }

    boolean isShared() {
        return shared;
    }

    SavedView toView(String reader) {
        List<String> keys = columns.isEmpty() ? List.of() : List.of(columns.split(","));
        Shown shown = new Shown(q, sort, keys, scope);
        return new SavedView(id, list, name, owner, owner.equals(reader), shared, shown, updatedAt);
    }
}
