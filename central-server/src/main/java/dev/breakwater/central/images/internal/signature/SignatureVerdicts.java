package dev.breakwater.central.images.internal.signature;

import dev.breakwater.central.images.internal.signature.SignatureTable.Name;
import dev.breakwater.scanner.signature.FoundSignatures;
import dev.breakwater.scanner.signature.SignatureCheck;
import dev.breakwater.scanner.signature.SignatureVerifier;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the verifiers of what was found, keeps what they say, and has workloads judged anew where that changed. */
@Component
class SignatureVerdicts {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureVerdicts.class);
    private static final int AT_ONCE = 200;

    private final SignatureTable table;
    private final VerifierTable verifiers;
    private final SignatureUsers users;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignatureVerdicts(
            SignatureTable table,
            VerifierTable verifiers,
            SignatureUsers users,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.verifiers = verifiers;
        this.users = users;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Verifies anew what is kept, where a verifier is new or was changed; returns of how many images. */
    int verifyPending() {
        List<String> targets = table.pending(AT_ONCE);
        for (String target : targets) {
            transaction.executeWithoutResult(status -> table.lock(target).ifPresent(kept -> {
                if (kept.found() != null) {
                    boolean changed = keep(target, kept.found(), clock.instant());
                    if (changed && kept.holds()) {
                        users.due(ids(target), "its signatures were verified anew");
                    }
                }
            }));
        }
        if (!targets.isEmpty()) {
            LOG.info("signatures verified anew: images={}", targets.size());
        }
        return targets.size();
    }

    /** Keeps what every verifier that speaks of it says, within the caller's transaction; whether that is something new. */
    boolean keep(String target, FoundSignatures found, Instant now) {
        List<Name> names = table.names(target);
        Map<UUID, SignatureCheck> before = table.verdicts(target);
        boolean changed = false;
        for (VerifierTable.Asked one : verifiers.asked()) {
            if (names.stream().noneMatch(name -> VerifierCheck.speakOf(one.images(), name.full()))) {
                continue;
            }
            SignatureCheck check = new SignatureVerifier(one.roots()).verify(found, now);
            SignatureCheck said = new SignatureCheck(check.state(), "", check.signers(), check.reason());
            changed |= !said.equals(before.get(one.id()));
            table.verdict(target, one, said, now);
        }
        return changed;
    }

    List<UUID> ids(String target) {
        return table.names(target).stream().map(Name::id).toList();
    }
}
