package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.compliance.OwnStandard;
import dev.breakwater.central.compliance.OwnStandards;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.engine.compliance.StandardDocument;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredOwnStandards implements OwnStandards {

    private final StandardTable table;
    private final Audit audit;
    private final ActorSource actors;
    private final Clock clock;

    StoredOwnStandards(StandardTable table, Audit audit, ActorSource actors, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public List<OwnStandard> list() {
        return table.list();
    }

    @Override
    public OwnStandard get(String id) {
        return table.get(id).orElseThrow(() -> new NotFound("standard", id));
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public OwnStandard check(String yaml) {
        return StandardTable.of(
                read(yaml), yaml, 0, clock.instant(), actors.current().name(), null);
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public OwnStandard save(@Nullable String id, @Nullable Integer version, String yaml) {
        StandardDocument.Read read = read(yaml);
        String wanted = read.standard().id();
        String by = actors.current().name();
        Instant now = clock.instant();
        @Nullable OwnStandard before = null;
        if (id == null) {
            insert(wanted, yaml, by, now);
        } else {
            before = get(id);
            if (!wanted.equals(id)) {
                throw new InvalidRequest("id", wanted, id + ", the id of the standard that is replaced");
            }
            refuseIfExtendedByProfile(before, read);
            if (before.deletedAt() != null
                    || !table.update(id, version == null ? before.version() : version, yaml, by, now)) {
                throw new Conflict("The standard was changed or deleted in between. Read it again.");
            }
        }
        OwnStandard after = get(wanted);
        audit.record(id == null ? "created" : "changed", "standard", wanted, after.name(), before, after);
        return after;
    }

    private void insert(String id, String yaml, String by, Instant now) {
        if (table.get(id).isPresent()) {
            throw new Conflict("There is a standard " + id + ", or one was deleted that can be brought back.");
        }
        if (table.documents().size() >= MOST) {
            throw new Conflict("There are " + MOST + " standards of your own, which is the most.");
        }
        table.insert(id, yaml, by, now);
    }

    private void refuseIfExtendedByProfile(OwnStandard before, StandardDocument.Read read) {
        if (!read.base().isEmpty() && before.base().isEmpty()) {
            extendedBy(before.id());
        }
    }

    private StandardDocument.Read read(String yaml) {
        Map<String, String> documents = table.documents();
        return StandardDocument.read(yaml, base -> StandardsInForce.base(documents, base));
    }

    private void extendedBy(String id) {
        table.list().stream()
                .filter(one -> one.deletedAt() == null && one.base().equals(id))
                .findFirst()
                .ifPresent(one -> {
                    throw new Conflict("The profile " + one.id() + " extends it.");
                });
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public void delete(String id) {
        OwnStandard before = get(id);
        if (before.deletedAt() != null) {
            throw new NotFound("standard", id);
        }
        extendedBy(id);
        Instant now = clock.instant();
        table.setDeleted(id, now, actors.current().name(), now);
        audit.record("deleted", "standard", id, before.name(), before, null);
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public OwnStandard restore(String id) {
        OwnStandard before = get(id);
        if (before.deletedAt() == null) {
            throw new Conflict("The standard is not deleted.");
        }
        if (table.documents().size() >= MOST) {
            throw new Conflict("There are " + MOST + " standards of your own, which is the most.");
        }
        table.setDeleted(id, null, actors.current().name(), clock.instant());
        OwnStandard after = get(id);
        audit.record("brought back", "standard", id, after.name(), before, after);
        return after;
    }
}
