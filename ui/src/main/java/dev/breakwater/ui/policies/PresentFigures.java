package dev.breakwater.ui.policies;

import dev.breakwater.central.overview.PolicyFigures.Figure;
import dev.breakwater.central.policy.StoredPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The figures of the policies for the rows of one page: read once for all rows, and anew when they have grown old. */
final class PresentFigures {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Supplier<Map<UUID, Figure>> read;
    private final Clock clock;
    private Map<UUID, Figure> figures = Map.of();
    private Instant readAt = Instant.MIN;

    PresentFigures(Supplier<Map<UUID, Figure>> read, Clock clock) {
        this.read = read;
        this.clock = clock;
    }

    Figure of(StoredPolicy policy) {
        Instant now = clock.instant();
        if (readAt.isBefore(now.minus(FRESH))) {
            figures = read.get();
            readAt = now;
        }
        return figures.getOrDefault(policy.policy().id(), Figure.NONE);
    }
}
