package dev.breakwater.central.sealing.internal;

import dev.breakwater.central.audit.AuditDigest;
import dev.breakwater.central.audit.AuditDigests;
import dev.breakwater.seal.Day;
import dev.breakwater.seal.Digests;
import dev.breakwater.seal.Manifest;
import dev.breakwater.seal.Seal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes each day that ended, in whichever replica comes first; days on which central did not run are closed when it does. The
 * chain begins with the day before the one on which it is first asked for, which takes in all that is older.
 */
@Component
class DayCloser {

    /** So long what began before midnight may still be written. */
    static final Duration GRACE = Duration.ofMinutes(15);

    private static final long FIRST_SECONDS = 60;
    private static final long EVERY_SECONDS = 300;

    private final DayTable days;
    private final StoredSigningKeys keys;
    private final AuditDigests audits;
    private final TransactionTemplate apart;
    private final Clock clock;

    DayCloser(
            DayTable days,
            StoredSigningKeys keys,
            AuditDigests audits,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.days = days;
        this.keys = keys;
        this.audits = audits;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** The last closed day; the first is closed now if there is none. */
    Manifest.Head head() {
        return Objects.requireNonNull(apart.execute(status -> days.head().orElseGet(() -> {
            days.hold();
            return days.head().orElseGet(() -> close(today().minusDays(1), Day.NOTHING, Instant.EPOCH));
        })));
    }

    @Scheduled(initialDelay = FIRST_SECONDS, fixedDelay = EVERY_SECONDS, timeUnit = TimeUnit.SECONDS)
    void closeWhatEnded() {
        head();
        while (Boolean.TRUE.equals(apart.execute(status -> closeNext()))) {
            // As long as there is one; each day is a transaction.
            Thread.onSpinWait();
        }
    }

    private boolean closeNext() {
        Manifest.Head head = days.head().orElseThrow();
        LocalDate next = LocalDate.parse(head.day()).plusDays(1);
        if (!hasEnded(next)) {
            return false;
        }
        days.hold();
        if (days.head().orElseThrow().equals(head)) {
            close(next, head.hash(), start(next));
        }
        return true;
    }

    private boolean hasEnded(LocalDate day) {
        return !clock.instant().isBefore(start(day.plusDays(1)).plus(GRACE));
    }

    private Manifest.Head close(LocalDate date, String previous, Instant from) {
        Instant end = start(date.plusDays(1));
        List<String> reports = days.take(date, end);
        AuditDigest log = audits.of(from, end);
        Day.AuditDigest audit = new Day.AuditDigest(log.entries(), log.first(), log.last(), log.sha256());
        byte[] text = Day.text(date, previous, reports, audit);
        Day day = new Day(date, previous, reports, audit, Digests.sha256(text), Seal.of(Day.TYPE, text, keys.pair()));
        days.append(day, clock.instant());
        return new Manifest.Head(date.toString(), day.hash());
    }

    /** When what the audit log says of a day begins; that of the first day takes in all before it. */
    static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
