package dev.breakwater.central.vulnerabilities.internal.exception;

import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.vulnerabilities.ExceptionPreview.Facts;
import dev.breakwater.central.vulnerabilities.ExceptionRow;
import dev.breakwater.central.vulnerabilities.ExceptionRow.EndCause;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends exceptions whose date has come or whose ground is gone. What turns better ends none. */
@Component
public class ExceptionWatch {

    private static final long EVERY_SECONDS = 20;

    private final ExceptionTable table;
    private final ExceptionEffect effect;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExceptionWatch(
            ExceptionTable table,
            ExceptionEffect effect,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.effect = effect;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Looks once at all that hold, each in a transaction of its own.
     *
     * @return how many were ended
     */
    @Scheduled(initialDelay = EVERY_SECONDS, fixedDelay = EVERY_SECONDS, timeUnit = TimeUnit.SECONDS)
    public int look() {
        int ended = 0;
        for (ExceptionRow row : table.inForce()) {
            Optional<EndCause> cause = causeToEnd(row, table.facts(row.id()), clock.instant());
            if (cause.isPresent() && end(row, cause.get())) {
                ended++;
            }
        }
        return ended;
    }

    private boolean end(ExceptionRow row, EndCause cause) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!table.end(row.id(), cause, "system", clock.instant())) {
                return false;
            }
            effect.changed(row.id(), row.kind() + " of " + row.vulnerability() + " ended: " + cause.words());
            audit.record("ended", "exception", row.id().toString(), row.vulnerability(), row, cause);
            return true;
        }));
    }

    /** Why one that holds ends, empty = it stays. */
    static Optional<EndCause> causeToEnd(ExceptionRow row, Facts now, Instant at) {
        if (row.endsAt() != null && !row.endsAt().isAfter(at)) {
            return Optional.of(EndCause.EXPIRED);
        }
        Facts then = row.facts();
        if (then == null) {
            return Optional.empty();
        }
        if (now.exploited() && !then.exploited()) {
            return Optional.of(EndCause.EXPLOITED);
        }
        if (now.exposed() && !then.exposed()) {
            return Optional.of(EndCause.EXPOSED);
        }
        boolean fixed = now.fixKnown() && !then.fixKnown();
        return fixed && row.justification().isEmpty() ? Optional.of(EndCause.FIX_AVAILABLE) : Optional.empty();
    }
}
