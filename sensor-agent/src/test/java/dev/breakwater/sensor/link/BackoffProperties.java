package dev.breakwater.sensor.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BackoffProperties {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofSeconds(60);

    @Property
    void staysWithinItsBoundsAndGrows(@ForAll long seed, @ForAll @IntRange(max = 200) int failures) {
        Backoff backoff = new Backoff(FIRST, MOST, new Random(seed));
        for (int i = 0; i < failures; i++) {
            Duration bound = FIRST.multipliedBy(1L << Math.min(i, 6));
            assertThat(backoff.next()).isPositive().isLessThanOrEqualTo(bound.compareTo(MOST) < 0 ? bound : MOST);
        }
        backoff.reset();
        assertThat(backoff.next()).isLessThanOrEqualTo(FIRST);
    }

    @Property
    void neverComesBackSoonerThanAsked(@ForAll long seed, @ForAll @IntRange(max = 600_000) int millis) {
        Duration asked = Duration.ofMillis(millis);

        assertThat(new Backoff(FIRST, MOST, new Random(seed)).jittered(asked))
                .isBetween(asked, asked.plus(asked.dividedBy(5)).plusMillis(1));
    }
}
