package dev.breakwater.central.sealing.internal;

import dev.breakwater.central.sealing.Sealing;
import dev.breakwater.seal.Digests;
import dev.breakwater.seal.Manifest;
import dev.breakwater.seal.Seal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class StoredSealing implements Sealing {

    private final StoredSigningKeys keys;
    private final DayTable days;
    private final DayCloser closer;
    private final TransactionTemplate apart;
    private final Clock clock;

    StoredSealing(
            StoredSigningKeys keys,
            DayTable days,
            DayCloser closer,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.keys = keys;
        this.days = days;
        this.closer = closer;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public Sealed seal(Wanted wanted) {
        Manifest.Head head = closer.head();
        return Objects.requireNonNull(apart.execute(status -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    wanted.report(),
                    now,
                    wanted.dataAsOf(),
                    wanted.versions(),
                    wanted.evidence(),
                    head,
                    wanted.files());
            byte[] json = manifest.bytes();
            Seal seal = Seal.of(Manifest.TYPE, json, keys.pair());
            days.note(Digests.sha256(json), wanted.report(), seal.keyId(), now);
            return new Sealed(json, seal);
        }));
    }
}
