package dev.breakwater.central.operations;

import dev.breakwater.central.operations.HealthReading.State;
import dev.breakwater.central.operations.internal.HealthProbe;
import dev.breakwater.central.operations.internal.HealthSamples;
import dev.breakwater.central.operations.internal.Retention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** How central itself is, for the people who run it. Tells figures of the whole installation, and no names of objects. */
@Service
public class SystemHealth {

    private static final Logger LOG = LoggerFactory.getLogger(SystemHealth.class);
    private static final Duration HISTORY = Duration.ofDays(7);

    /**
     * Everything at once.
     *
     * @param state the worst of the readings
     */
    public record Report(State state, Instant at, List<HealthReading> readings, List<KeptData> kept) {}

    private final List<HealthProbe> probes;
    private final HealthSamples samples;
    private final Retention retention;
    private final Clock clock;

    SystemHealth(List<HealthProbe> probes, HealthSamples samples, Retention retention, Clock clock) {
        this.probes = probes;
        this.samples = samples;
        this.retention = retention;
        this.clock = clock;
    }

    /** Takes all readings now. */
    public Report report() {
        List<HealthReading> readings = readings();
        State worst = readings.stream()
                .map(HealthReading::state)
                .max(Comparator.naturalOrder())
                .orElse(State.UNKNOWN);
        return new Report(worst, clock.instant(), readings, retention.kept());
    }

    /** Takes the readings only. A probe that fails is a reading that is unknown: it hides no other. */
    public List<HealthReading> readings() {
        return probes.stream().flatMap(probe -> read(probe).stream()).toList();
    }

    private List<HealthReading> read(HealthProbe probe) {
        try {
            return probe.read(clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("health could not be read: probe={}", probe.name(), e);
            return List.of(HealthReading.unknown(
                    probe.name(), probe.title(), "could not be read", "The log of central says why."));
        }
    }

    /**
     * The readings of the last seven days, oldest first, one for a quarter of an hour.
     *
     * @param name of a reading
     */
    public List<HealthSample> history(String name) {
        return samples.since(name, clock.instant().minus(HISTORY));
    }
}
