package dev.breakwater.central.notification.internal.target;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.notification.BucketSettings;
import dev.breakwater.central.notification.EmailSettings;
import dev.breakwater.central.notification.Notifier;
import dev.breakwater.central.notification.NotifierDraft;
import dev.breakwater.central.notification.Notifiers;
import dev.breakwater.central.notification.TestOutcome;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.InvalidRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes in one transaction each, with the audit entry; tests outside of any, since they wait for others. */
@Service
class StoredNotifiers implements Notifiers {

    private final NotifierTable table;
    private final TestMessages tests;
    private final TargetAddresses addresses;
    private final Audit audit;
    private final ActorSource actors;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredNotifiers(
            NotifierTable table,
            TestMessages tests,
            TargetAddresses addresses,
            Audit audit,
            ActorSource actors,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.tests = tests;
        this.addresses = addresses;
        this.audit = audit;
        this.actors = actors;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public List<Notifier> list() {
        return table.all();
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public Notifier get(UUID id) {
        return table.get(id);
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public Notifier create(NotifierDraft draft) {
        NotifierCheck.check(draft);
        requireSecret(draft, false);
        addresses.refuseForbidden(draft);
        return Objects.requireNonNull(transaction.execute(status -> {
            refuseTaken(draft.name(), null);
            if (table.count() >= MOST) {
                throw new Conflict("There are " + MOST + " targets; remove one first.");
            }
            Instant now = clock.instant();
            UUID id = Ids.newId(now);
            table.insert(id, draft, now, actors.current().name());
            audit.record("created", "notifier", id.toString(), draft.name(), null, shown(draft));
            return table.get(id);
        }));
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public Notifier update(UUID id, NotifierDraft draft) {
        NotifierCheck.check(draft);
        addresses.refuseForbidden(draft);
        return Objects.requireNonNull(transaction.execute(status -> {
            Notifier before = table.get(id);
            refuseTaken(draft.name(), id);
            boolean kept = before.secretSet() && draft.kind() == before.kind();
            requireSecret(draft, kept);
            if (kept && draft.secret() == null && isElsewhere(before.email(), before.bucket(), draft)) {
                throw new InvalidRequest(
                        "secret",
                        "",
                        "the password once more, since another server or user would get the one that is kept");
            }
            String secret =
                    draft.kind() == before.kind() ? draft.secret() : Objects.requireNonNullElse(draft.secret(), "");
            table.update(id, draft, secret, clock.instant(), actors.current().name());
            audit.record("changed", "notifier", id.toString(), draft.name(), shown(before), shown(draft));
            return table.get(id);
        }));
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public void delete(UUID id) {
        transaction.executeWithoutResult(status -> {
            Notifier before = table.get(id);
            table.delete(id, before.name(), actors.current().name());
            audit.record("removed", "notifier", id.toString(), before.name(), shown(before), null);
        });
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public TestOutcome test(UUID id) {
        Target target = table.target(id).orElseThrow(() -> NotifierTable.missing(id));
        TestOutcome outcome = tests.send(target, actors.current().name());
        noteTest(id.toString(), target.name(), outcome);
        return outcome;
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public TestOutcome test(NotifierDraft draft, @Nullable UUID id) {
        NotifierCheck.check(draft);
        String secret = draft.secret();
        if (secret == null && id != null) {
            Target kept = table.target(id).orElseThrow(() -> NotifierTable.missing(id));
            boolean same = kept.kind() == draft.kind() && !isElsewhere(kept.email(), kept.bucket(), draft);
            requireSecret(draft, same && !kept.secret().isEmpty());
            secret = same ? kept.secret() : "";
        } else {
            requireSecret(draft, false);
        }
        Target target = new Target(
                id == null ? Ids.newId(clock.instant()) : id,
                draft.name(),
                draft.kind(),
                draft.email(),
                draft.webhook(),
                draft.bucket(),
                secret == null ? "" : secret);
        TestOutcome outcome = tests.send(target, actors.current().name());
        noteTest(id == null ? "" : id.toString(), draft.name(), outcome);
        return outcome;
    }

    private void noteTest(String id, String name, TestOutcome outcome) {
        transaction.executeWithoutResult(status -> audit.record(
                "tested",
                "notifier",
                id,
                name,
                null,
                Map.of("delivered", outcome.delivered(), "detail", outcome.detail())));
    }

    private void refuseTaken(String name, @Nullable UUID except) {
        if (table.isTaken(name, except)) {
            throw new Conflict("There is a target of the name '" + name + "' already.");
        }
    }

    private static void requireSecret(NotifierDraft draft, boolean kept) {
        boolean given = draft.secret() != null && !draft.secret().isEmpty();
        boolean cleared = draft.secret() != null && draft.secret().isEmpty();
        if (Target.needsSecret(draft.kind(), draft.email()) && !given && (!kept || cleared)) {
            throw new InvalidRequest(
                    "secret",
                    "",
                    switch (draft.kind()) {
                        case EMAIL -> "the password of the user";
                        case WEBHOOK -> "the key of the signature, 16 to 200 characters";
                        case S3 -> "the secret key of the access key";
                    });
        }
    }

    /** Whether a kept secret would be used where it was not given for. */
    private static boolean isElsewhere(
            @Nullable EmailSettings email, @Nullable BucketSettings bucket, NotifierDraft draft) {
        return isElsewhere(email, draft.email()) || isElsewhere(bucket, draft.bucket());
    }

    private static boolean isElsewhere(@Nullable BucketSettings before, @Nullable BucketSettings after) {
        return before != null
                && after != null
                && !(before.endpoint().equals(after.endpoint())
                        && before.accessKey().equals(after.accessKey()));
    }

    private static boolean isElsewhere(@Nullable EmailSettings before, @Nullable EmailSettings after) {
        return before != null
                && after != null
                && !after.username().isEmpty()
                && !(before.host().equalsIgnoreCase(after.host())
                        && before.port() == after.port()
                        && before.tls() == after.tls()
                        && before.username().equals(after.username()));
    }

    private static Map<String, Object> shown(NotifierDraft draft) {
        return Map.of(
                "name", draft.name(),
                "kind", draft.kind(),
                "enabled", draft.enabled(),
                "settings",
                        settings(
                                draft.email(),
                                draft.bucket(),
                                draft.webhook() == null ? null : draft.webhook().url()),
                "secret", draft.secret() == null ? "as it was" : draft.secret().isEmpty() ? "none" : "set anew");
    }

    private static Map<String, Object> shown(Notifier notifier) {
        return Map.of(
                "name", notifier.name(),
                "kind", notifier.kind(),
                "enabled", notifier.enabled(),
                "settings",
                        settings(
                                notifier.email(),
                                notifier.bucket(),
                                notifier.webhook() == null
                                        ? null
                                        : notifier.webhook().url()));
    }

    /** Of a webhook's address its host only: what follows it lets in where receivers give out secret addresses. */
    private static Object settings(
            @Nullable EmailSettings email, @Nullable BucketSettings bucket, @Nullable String url) {
        if (bucket != null) {
            return bucket;
        }
        return email != null ? email : Map.of("url", url == null ? "" : shortened(url));
    }

    private static String shortened(String url) {
        var uri = NotifierCheck.url("webhook/url", url);
        return uri.getScheme() + "://" + uri.getRawAuthority()
                + (uri.getRawPath().length() > 1 ? "/…" : "");
    }
}
