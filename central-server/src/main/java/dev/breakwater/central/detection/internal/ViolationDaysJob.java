package dev.breakwater.central.detection.internal;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the days of violations up to date: a trend is at most five minutes behind. */
@Component
class ViolationDaysJob {

    private static final long FIRST_SECONDS = 20;
    private static final long EVERY_SECONDS = 300;

    private final ViolationDays days;
    private final Clock clock;

    ViolationDaysJob(ViolationDays days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    @Scheduled(initialDelay = FIRST_SECONDS, fixedDelay = EVERY_SECONDS, timeUnit = TimeUnit.SECONDS)
    void count() {
        days.count(clock.instant());
    }
}
