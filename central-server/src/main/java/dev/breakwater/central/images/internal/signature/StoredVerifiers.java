package dev.breakwater.central.images.internal.signature;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.images.Verifier;
import dev.breakwater.central.images.VerifierDraft;
import dev.breakwater.central.images.VerifierTest;
import dev.breakwater.central.images.Verifiers;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.scanner.signature.TrustRoots;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes in one transaction each, with the audit entry; tests outside of any, since they wait for registries. */
@Service
class StoredVerifiers implements Verifiers {

    private final VerifierTable table;
    private final SignatureCall call;
    private final SignatureUsers users;
    private final Audit audit;
    private final ActorSource actors;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredVerifiers(
            VerifierTable table,
            SignatureCall call,
            SignatureUsers users,
            Audit audit,
            ActorSource actors,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.call = call;
        this.users = users;
        this.audit = audit;
        this.actors = actors;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public List<Verifier> list() {
        return table.all();
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public Verifier get(UUID id) {
        return table.get(id);
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public Verifier create(VerifierDraft draft) {
        VerifierCheck.check(draft);
        return Objects.requireNonNull(transaction.execute(status -> {
            refuseTaken(draft, null);
            if (table.count() >= MOST) {
                throw new Conflict("There are " + MOST + " signature verifiers; remove one first.");
            }
            Instant now = clock.instant();
            UUID id = Ids.newId(now);
            table.insert(id, draft, now, actors.current().name());
            users.due(table.images(id), "the signature verifier " + draft.name() + " was added");
            audit.record("created", "signature verifier", id.toString(), draft.name(), null, draft);
            return table.get(id);
        }));
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public Verifier update(UUID id, VerifierDraft draft) {
        VerifierCheck.check(draft);
        return Objects.requireNonNull(transaction.execute(status -> {
            Verifier before = table.get(id);
            refuseTaken(draft, id);
            Set<UUID> images = new LinkedHashSet<>(table.images(id));
            table.update(id, draft, clock.instant(), actors.current().name());
            images.addAll(table.images(id));
            users.due(images, "the signature verifier " + draft.name() + " was changed");
            audit.record("changed", "signature verifier", id.toString(), draft.name(), shown(before), draft);
            return table.get(id);
        }));
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public void delete(UUID id) {
        transaction.executeWithoutResult(status -> {
            Verifier before = table.get(id);
            List<UUID> images = table.images(id);
            table.delete(id);
            users.due(images, "the signature verifier " + before.name() + " was removed");
            audit.record("removed", "signature verifier", id.toString(), before.name(), shown(before), null);
        });
    }

    private static VerifierDraft shown(Verifier kept) {
        return new VerifierDraft(
                kept.name(),
                kept.kind(),
                kept.pem(),
                kept.subjects(),
                kept.issuers(),
                kept.logsPem(),
                kept.images(),
                kept.note());
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public VerifierTest test(UUID id, String image) {
        return test(shown(table.get(id)), image);
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public VerifierTest test(VerifierDraft draft, String image) {
        TrustRoots roots = VerifierCheck.check(draft);
        VerifierTest outcome = call.test(draft, roots, image);
        transaction.executeWithoutResult(status -> audit.record(
                "tested", "signature verifier", "", draft.name(), null, Map.of("image", image, "outcome", outcome)));
        return outcome;
    }

    private void refuseTaken(VerifierDraft draft, @Nullable UUID except) {
        if (table.isTaken(draft.name(), except)) {
            throw new Conflict("There is a signature verifier " + draft.name() + " already.");
        }
    }
}
