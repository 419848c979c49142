package dev.breakwater.central.operations.internal;

import dev.breakwater.central.operations.HealthReading;
import dev.breakwater.central.operations.SystemHealth;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the readings, so that whoever is woken sees since when it is so. */
@Component
class HealthSampler {

    private final SystemHealth health;
    private final Retention retention;
    private final HealthSamples samples;
    private final Clock clock;

    HealthSampler(SystemHealth health, Retention retention, HealthSamples samples, Clock clock) {
        this.health = health;
        this.retention = retention;
        this.samples = samples;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
    void sample() {
        Map<String, Double> values = new HashMap<>(retention.sizes());
        for (HealthReading reading : health.readings()) {
            values.put(reading.name(), reading.value());
        }
        samples.keep(values, clock.instant());
    }
}
