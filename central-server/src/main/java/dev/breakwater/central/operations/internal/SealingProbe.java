package dev.breakwater.central.operations.internal;

import dev.breakwater.central.operations.HealthReading;
import dev.breakwater.central.operations.HealthReading.Words;
import dev.breakwater.central.sealing.SealedDays;
import dev.breakwater.central.sealing.SigningKey;
import dev.breakwater.central.sealing.SigningKeys;
import dev.breakwater.seal.Manifest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What reports are signed with, and whether days are closed. */
@Component
@Order(6)
class SealingProbe implements HealthProbe {

    private static final int OLD = 400;
    private static final int FAR_TOO_OLD = 1_500;

    private final SigningKeys keys;
    private final SealedDays days;

    SealingProbe(SigningKeys keys, SealedDays days) {
        this.keys = keys;
        this.days = days;
    }

    @Override
    public String name() {
        return "sealing.key";
    }

    @Override
    public String title() {
        return "Signing key of reports";
    }

    @Override
    public List<HealthReading> read(Instant now) {
        return List.of(key(now), chain(now));
    }

    private HealthReading key(Instant now) {
        SigningKey key = keys.current();
        long age = Duration.between(key.createdAt(), now).toDays();
        return HealthReading.atMost(
                name(),
                title(),
                age,
                OLD,
                FAR_TOO_OLD,
                new Words(
                        key.fingerprint() + ", " + age + " days old",
                        "rotate it when it is older than " + OLD + " days",
                        "Rotate it below, and tell those who verify reports the new fingerprint."));
    }

    private HealthReading chain(Instant now) {
        Manifest.Head head = days.head();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        long behind = ChronoUnit.DAYS.between(LocalDate.parse(head.day()), today) - 1;
        return HealthReading.atMost(
                "sealing.chain",
                "Chain of days",
                behind,
                2,
                7,
                new Words(
                        "closed to " + head.day() + ", " + head.hash().substring(0, 12) + "…",
                        "late when two days are not closed",
                        "The log of central says why days are not closed."));
    }
}
