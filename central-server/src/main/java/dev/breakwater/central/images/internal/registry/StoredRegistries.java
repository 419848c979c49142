package dev.breakwater.central.images.internal.registry;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.images.Registries;
import dev.breakwater.central.images.Registry;
import dev.breakwater.central.images.Registry.ScannedBy;
import dev.breakwater.central.images.RegistryDraft;
import dev.breakwater.central.images.RegistryTest;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.InvalidRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes in one transaction each, with the audit entry; tests outside of any, since they wait for others. */
@Service
class StoredRegistries implements Registries {

    /** A registry as the audit log tells it. */
    record Shown(String host, String mirrorOf, ScannedBy scannedBy, String username, boolean ca, boolean plainHttp) {

        static Shown of(RegistryDraft draft) {
            return new Shown(
                    draft.host(),
                    draft.mirrorOf(),
                    draft.scannedBy(),
                    draft.username(),
                    !draft.caPem().isBlank(),
                    draft.plainHttp());
        }

        static Shown of(Registry kept) {
            return new Shown(
                    kept.host(),
                    kept.mirrorOf(),
                    kept.scannedBy(),
                    kept.username(),
                    !kept.caPem().isBlank(),
                    kept.plainHttp());
        }
    }

    private final RegistryTable table;
    private final RegistryCall call;
    private final Audit audit;
    private final ActorSource actors;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredRegistries(
            RegistryTable table,
            RegistryCall call,
            Audit audit,
            ActorSource actors,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.call = call;
        this.audit = audit;
        this.actors = actors;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public List<Registry> list() {
        return table.all();
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public Registry get(UUID id) {
        return table.get(id);
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public Registry create(RegistryDraft draft) {
        RegistryCheck.check(draft);
        return Objects.requireNonNull(transaction.execute(status -> {
            refuseTaken(draft, null);
            if (table.count() >= MOST) {
                throw new Conflict("There are " + MOST + " registries; remove one first.");
            }
            Instant now = clock.instant();
            UUID id = Ids.newId(now);
            table.insert(id, draft, now, actors.current().name());
            table.retry(draft.mirrorOf().isEmpty() ? draft.host() : draft.mirrorOf(), now);
            audit.record("created", "registry", id.toString(), draft.host(), null, Shown.of(draft));
            return table.get(id);
        }));
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public Registry update(UUID id, RegistryDraft draft) {
        RegistryCheck.check(draft);
        return Objects.requireNonNull(transaction.execute(status -> {
            Registry before = table.get(id);
            refuseTaken(draft, id);
            if (before.secretSet() && draft.secret() == null && leadsElsewhere(before, draft)) {
                throw new InvalidRequest(
                        "secret",
                        "",
                        "the password once more, since another host or name would get the one that is kept, or it would go in the clear");
            }
            Instant now = clock.instant();
            table.update(id, draft, draft.secret(), now, actors.current().name());
            table.retry(draft.mirrorOf().isEmpty() ? draft.host() : draft.mirrorOf(), now);
            audit.record("changed", "registry", id.toString(), draft.host(), Shown.of(before), Shown.of(draft));
            return table.get(id);
        }));
    }

    private static boolean leadsElsewhere(Registry before, RegistryDraft draft) {
        return !before.host().equalsIgnoreCase(draft.host())
                || !before.username().equals(draft.username())
                || !before.plainHttp() && draft.plainHttp();
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public void delete(UUID id) {
        transaction.executeWithoutResult(status -> {
            Registry before = table.get(id);
            table.delete(id);
            audit.record("removed", "registry", id.toString(), before.host(), Shown.of(before), null);
        });
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public RegistryTest test(UUID id) {
        RegistryTable.Open registry = table.open(id);
        RegistryTest outcome = call.test(RegistryAccesses.of(registry));
        transaction.executeWithoutResult(
                status -> audit.record("tested", "registry", id.toString(), registry.host(), null, outcome));
        return outcome;
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public RegistryTest test(RegistryDraft draft, @Nullable UUID id) {
        RegistryCheck.check(draft);
        String secret = Objects.requireNonNullElse(draft.secret(), "");
        if (draft.secret() == null && id != null) {
            if (leadsElsewhere(table.get(id), draft)) {
                throw new InvalidRequest(
                        "secret",
                        "",
                        "the password once more, since another host or name would get the one that is kept");
            }
            secret = table.open(id).secret();
        }
        RegistryTest outcome = call.test(RegistryAccesses.of(new RegistryTable.Open(
                new UUID(0, 0),
                draft.host(),
                draft.mirrorOf(),
                draft.scannedBy(),
                draft.username(),
                secret,
                draft.caPem(),
                draft.plainHttp())));
        transaction.executeWithoutResult(status ->
                audit.record("tested", "registry", id == null ? "" : id.toString(), draft.host(), null, outcome));
        return outcome;
    }

    private void refuseTaken(RegistryDraft draft, @Nullable UUID except) {
        if (table.isTaken(draft.host(), draft.mirrorOf(), except)) {
            throw new Conflict("There is a registry " + draft.host()
                    + (draft.mirrorOf().isEmpty() ? "" : " as a mirror of " + draft.mirrorOf()) + " already.");
        }
    }
}
