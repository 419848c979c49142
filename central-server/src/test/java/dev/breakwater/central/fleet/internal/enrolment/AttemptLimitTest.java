package dev.breakwater.central.fleet.internal.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AttemptLimitTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AttemptLimit limit = new AttemptLimit(2, 3, nanos::get);

    @Test
    void limitsOnePeerWithoutTouchingOthers() {
        assertThat(limit.admits("a")).isTrue();
        assertThat(limit.admits("a")).isTrue();
        assertThat(limit.admits("a")).isFalse();
        assertThat(limit.admits("b")).isTrue();
    }

    @Test
    void limitsAllTogether() {
        assertThat(limit.admits("a") && limit.admits("b") && limit.admits("c")).isTrue();
        assertThat(limit.admits("d")).isFalse();
    }

    @Test
    void opensAgainAfterAMinute() {
        limit.admits("a");
        limit.admits("a");
        assertThat(limit.admits("a")).isFalse();
        nanos.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(limit.admits("a")).isTrue();
    }
}
