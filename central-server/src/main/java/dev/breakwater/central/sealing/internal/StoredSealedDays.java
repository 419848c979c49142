package dev.breakwater.central.sealing.internal;

import dev.breakwater.central.audit.AuditDigest;
import dev.breakwater.central.audit.AuditDigests;
import dev.breakwater.central.sealing.SealedDays;
import dev.breakwater.central.sealing.SigningKey;
import dev.breakwater.central.sealing.SigningKeys;
import dev.breakwater.seal.Day;
import dev.breakwater.seal.DayChain;
import dev.breakwater.seal.Manifest;
import dev.breakwater.seal.SealRefused;
import dev.breakwater.seal.Trust;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

@Service
class StoredSealedDays implements SealedDays {

    private static final int MOST_FINDINGS = 100;

    private final DayTable table;
    private final DayCloser closer;
    private final SigningKeys keys;
    private final AuditDigests audits;
    private final Clock clock;

    StoredSealedDays(DayTable table, DayCloser closer, SigningKeys keys, AuditDigests audits, Clock clock) {
        this.table = table;
        this.closer = closer;
        this.keys = keys;
        this.audits = audits;
        this.clock = clock;
    }

    @Override
    public Manifest.Head head() {
        return closer.head();
    }

    @Override
    public DayChain chain() {
        closer.head();
        return new DayChain(DayChain.FORMAT, table.all());
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public Verification verify() {
        Manifest.Head head = closer.head();
        Trust trust = new Trust(keys.all().stream().map(SigningKey::fingerprint).collect(Collectors.toSet()));
        List<Day> days = table.all();
        List<Finding> findings = new ArrayList<>();
        State worst = State.SOUND;
        int sound = 0;
        Day before = null;
        for (Day day : days) {
            Finding finding = finding(day, before, trust);
            if (finding == null) {
                sound++;
            } else {
                worst = worst == State.CHANGED ? worst : finding.state();
                findings.add(finding);
            }
            before = day;
        }
        return new Verification(
                worst,
                days.size(),
                sound,
                findings.subList(0, Math.min(MOST_FINDINGS, findings.size())),
                head,
                clock.instant());
    }

    private @Nullable Finding finding(Day day, @Nullable Day before, Trust trust) {
        try {
            day.requireAfter(before);
            day.requireSound(trust);
        } catch (SealRefused refused) {
            return new Finding(day.day(), State.CHANGED, String.valueOf(refused.getMessage()));
        }
        Instant from = before == null ? Instant.EPOCH : DayCloser.start(day.day());
        AuditDigest now = audits.of(from, DayCloser.start(day.day().plusDays(1)));
        Day.AuditDigest then = day.audit();
        if (now.entries() == then.entries()
                && now.first() == then.first()
                && now.last() == then.last()
                && now.sha256().equals(then.sha256())) {
            return null;
        }
        long oldest = audits.oldest();
        if (now.entries() < then.entries() && (oldest == 0 || oldest > then.first())) {
            return new Finding(
                    day.day(),
                    State.UNKNOWN,
                    "Of its " + then.entries() + " entries of the audit log " + now.entries()
                            + " are still kept; the oldest are deleted by retention.");
        }
        return new Finding(
                day.day(),
                State.CHANGED,
                "The audit log is no longer what it was: it had " + then.entries() + " entries of this day and has "
                        + now.entries() + (now.entries() == then.entries() ? ", which say something else." : "."));
    }
}
