package dev.breakwater.central.sealing.internal;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.sealing.SigningKey;
import dev.breakwater.central.sealing.SigningKeys;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The first key is made in a transaction of its own, as who needs it may only be reading. */
@Service
class StoredSigningKeys implements SigningKeys {

    private static final String FIRST = "the first key of this central";

    private final SigningKeyTable table;
    private final Audit audit;
    private final ActorSource actors;
    private final TransactionTemplate apart;
    private final Clock clock;

    StoredSigningKeys(
            SigningKeyTable table,
            Audit audit,
            ActorSource actors,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.audit = audit;
        this.actors = actors;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public SigningKey current() {
        return Objects.requireNonNull(apart.execute(status -> {
            ensure();
            return table.current().orElseThrow();
        }));
    }

    @Override
    public List<SigningKey> all() {
        return Objects.requireNonNull(apart.execute(status -> {
            ensure();
            return table.all();
        }));
    }

    /** The present pair, within the present transaction. */
    KeyPair pair() {
        ensure();
        return table.pair().orElseThrow();
    }

    private void ensure() {
        if (table.current().isEmpty()) {
            table.create(clock.instant(), "system", FIRST);
        }
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public SigningKey rotate(String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new InvalidRequest("reason", why, "1 to " + LONGEST_REASON + " characters that say why");
        }
        return Objects.requireNonNull(apart.execute(status -> {
            ensure();
            SigningKey before = table.current().orElseThrow();
            Instant now = clock.instant();
            table.retire(now);
            table.create(now, actors.current().name(), why);
            SigningKey after = table.current().orElseThrow();
            audit.record(
                    "rotated",
                    "signing key",
                    after.fingerprint(),
                    after.fingerprint(),
                    Map.of("fingerprint", before.fingerprint()),
                    Map.of("fingerprint", after.fingerprint(), "reason", why));
            return after;
        }));
    }
}
