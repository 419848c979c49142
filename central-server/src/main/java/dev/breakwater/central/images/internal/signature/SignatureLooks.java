package dev.breakwater.central.images.internal.signature;

import dev.breakwater.central.images.Registry.ScannedBy;
import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.central.images.internal.registry.RegistryAccesses;
import dev.breakwater.central.images.internal.signature.SignatureTable.Kept;
import dev.breakwater.central.images.internal.signature.SignatureTable.Look;
import dev.breakwater.central.images.internal.signature.SignatureTable.Name;
import dev.breakwater.scanner.ImageSource;
import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.signature.FoundSignatures;
import dev.breakwater.scanner.signature.SignatureFinder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for signatures of what runs and of which a verifier speaks, one image after the other, and keeps what it finds. */
@Component
public class SignatureLooks {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureLooks.class);
    private static final String BY_SENSOR = "BY_SENSOR";
    private static final int LONGEST = 1_000;
    private static final int MOST_DOUBLINGS = 20;

    private final SignatureTable table;
    private final SignatureVerdicts verdicts;
    private final SignatureUsers users;
    private final RegistryAccesses accesses;
    private final TransactionTemplate transaction;
    private final ImagesProperties properties;
    private final Clock clock;

    SignatureLooks(
            SignatureTable table,
            SignatureVerdicts verdicts,
            SignatureUsers users,
            RegistryAccesses accesses,
            PlatformTransactionManager transactions,
            ImagesProperties properties,
            Clock clock) {
        this.table = table;
        this.verdicts = verdicts;
        this.users = users;
        this.accesses = accesses;
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
        this.clock = clock;
    }

    /** Queues what was never looked at; returns how many. */
    int queueRunning() {
        Integer queued = transaction.execute(status -> table.queueRunning(clock.instant()));
        return queued == null ? 0 : queued;
    }

    /** Does the next look that is due; whether there was one. */
    boolean lookAtOne() {
        Instant now = clock.instant();
        Optional<Look> claimed = transaction.execute(status -> table.claim(now, now.plus(properties.lease())));
        if (claimed == null || claimed.isEmpty()) {
            return false;
        }
        Look look = claimed.get();
        try {
            keep(look.target(), look.registry(), find(look), "central");
        } catch (NotLooked e) {
            Thread.interrupted();
            if (e.reason.equals(ScanFailed.Reason.CANCELLED.name())) {
                table.release(look.target());
                return false;
            }
            failed(look, e);
        } catch (RuntimeException e) {
            LOG.warn("a look for signatures failed by a fault of ours: image={}", look.target(), e);
            failed(look, new NotLooked("FAULT", "A fault of central; its log has more.", true));
        }
        return true;
    }

    /** Why it could not be looked at. */
    private static final class NotLooked extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;
        private final boolean again;

        NotLooked(String reason, String message, boolean again) {
            super(message);
            this.reason = reason;
            this.again = again;
        }
    }

    /** What all repositories hold from which it runs; one that cannot be asked counts unless another has signatures. */
    private FoundSignatures find(Look look) throws NotLooked {
        FoundSignatures all = null;
        NotLooked failure = null;
        for (Name name : table.names(look.target())) {
            try {
                FoundSignatures found = find(name);
                all = all == null ? found : all.digest().equals(found.digest()) ? all.and(found) : all;
            } catch (NotLooked e) {
                failure = e;
            }
        }
        if (all != null && (failure == null || !all.signatures().isEmpty())) {
            return all;
        }
        throw failure != null ? failure : new NotLooked("NOT_FOUND", "No image by that name is known any more.", false);
    }

    private FoundSignatures find(Name name) throws NotLooked {
        RegistryAccesses.Way way = accesses.to(name.registry());
        if (way.scannedBy() == ScannedBy.SENSOR) {
            throw new NotLooked(
                    BY_SENSOR,
                    "Images of " + name.registry()
                            + " are looked into by sensors, which look for signatures then; none has lately.",
                    false);
        }
        if (way.scannedBy() == ScannedBy.NOBODY || way.access().isEmpty()) {
            throw new NotLooked(
                    "NOT_CONFIGURED",
                    way.access().isEmpty()
                            ? "The registry " + name.registry()
                                    + " is not among the registries; add it, so that central" + " may ask it."
                            : "Images of " + name.registry() + " are not to be looked into.",
                    false);
        }
        try {
            return SignatureFinder.find(
                    new ImageSource.Registry(name.name(), way.access().get()), host -> {});
        } catch (ScanFailed e) {
            throw new NotLooked(
                    e.reason().name(),
                    "Its signatures could not be read: " + e.getMessage() + ".",
                    e.reason().isWorthRetrying());
        } catch (IOException e) {
            throw new NotLooked("UNREACHABLE", "Its signatures could not be read: " + e.getMessage() + ".", true);
        }
    }

    /**
     * Keeps what was found of an image and has it verified.
     *
     * @param target its digest, or its name where only that is known
     * @param source who looked
     */
    public void keep(String target, String registry, FoundSignatures found, String source) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            table.ensure(target, registry, now);
            Optional<Kept> before = table.lock(target);
            if (before.isEmpty()) {
                return;
            }
            table.looked(target, found, source, now, now.plus(spread(properties.signatures())));
            boolean changed = verdicts.keep(target, found, now);
            if (changed || !before.get().holds()) {
                users.due(verdicts.ids(target), source + " looked for signatures of an image of it");
            }
        });
        LOG.debug(
                "signatures looked for: image={} found={}",
                target,
                found.signatures().size());
    }

    /** Keeps why somebody else could not look. */
    public void failed(String target, String registry, String error) {
        transaction.executeWithoutResult(status -> {
            table.ensure(target, registry, clock.instant());
            failed(new Look(target, registry, 1), new NotLooked("FAILED", error, false));
        });
    }

    private void failed(Look look, NotLooked failure) {
        Instant now = clock.instant();
        String error = shortened(String.valueOf(failure.getMessage()));
        Instant next = now.plus(failure.again ? pause(look.attempt()) : spread(properties.retryAfter()));
        transaction.executeWithoutResult(status -> table.lock(look.target()).ifPresent(kept -> {
            boolean holds = kept.holds() && isYoung(kept.lookedAt(), now);
            if (failure.reason.equals(BY_SENSOR) && (holds || !kept.lastError().isEmpty() && kept.lookedAt() == null)) {
                table.later(look.target(), next);
                return;
            }
            table.failed(look.target(), holds, failure.reason, error, now, next);
            boolean news = kept.holds() ? !holds : kept.lastError().isEmpty();
            if (news) {
                users.due(verdicts.ids(look.target()), "signatures of an image of it could not be looked for");
            }
        }));
        LOG.info("a look for signatures failed: image={} reason={} error={}", look.target(), failure.reason, error);
    }

    private boolean isYoung(@Nullable Instant lookedAt, Instant now) {
        return lookedAt != null && lookedAt.plus(properties.scanMaxAge()).isAfter(now);
    }

    private Duration pause(int failed) {
        long doubled = properties.firstPause().toMillis() << Math.min(Math.max(0, failed - 1), MOST_DOUBLINGS);
        return spread(
                Duration.ofMillis(Math.min(doubled, properties.longestPause().toMillis())));
    }

    /** Up to a tenth less, so that not all fall due at once. */
    private static Duration spread(Duration whole) {
        long tenth = whole.toMillis() / 10;
        return whole.minusMillis(ThreadLocalRandom.current().nextLong(tenth + 1));
    }

    private static String shortened(String text) {
        String clean = text.replace('\0', '\ufffd');
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}
