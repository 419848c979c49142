package dev.breakwater.central.operations.internal;

import dev.breakwater.central.fleet.ClusterHealth.Word;
import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.central.fleet.Clusters;
import dev.breakwater.central.operations.HealthReading;
import dev.breakwater.central.operations.HealthReading.Words;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which sensors are not heard, and whose certificate ends soon. Of more than 5,000 clusters only the first are looked at. */
@Component
@Order(3)
class SensorProbe implements HealthProbe {

    private static final int MOST_PAGES = 10;
    private static final Set<Word> UNSEEN = Set.of(Word.SILENT, Word.NEVER_CONNECTED, Word.DEGRADED);

    private final Clusters clusters;

    SensorProbe(Clusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public String name() {
        return "sensors.unheard";
    }

    @Override
    public String title() {
        return "Sensors";
    }

    @Override
    public List<HealthReading> read(Instant now) {
        List<ClusterRow> rows = rows();
        long unheard = rows.stream()
                .filter(row -> UNSEEN.contains(row.health().word()))
                .count();
        List<Duration> left = rows.stream()
                .filter(row -> row.health().word() != Word.REVOKED)
                .map(ClusterRow::certificateExpiresAt)
                .filter(Objects::nonNull)
                .map(end -> Duration.between(now, end))
                .sorted()
                .toList();
        List<HealthReading> readings = new ArrayList<>();
        readings.add(HealthReading.atMost(
                name(),
                title(),
                unheard,
                1,
                Math.max(2, rows.size()),
                new Words(
                        unheard == 0
                                ? "all " + rows.size() + " are heard"
                                : unheard + " of " + rows.size() + " are silent, never seen or see only a part",
                        "every one should be heard",
                        "Clusters says of each what is wrong. What it shows is as old as the sensor's last word.")));
        if (!left.isEmpty()) {
            double days = left.getFirst().toMinutes() / (24 * 60.0);
            // Negated, since this one is good above its limit.
            readings.add(HealthReading.atMost(
                    "sensors.certificate",
                    "Sensor certificates",
                    -days,
                    -7,
                    0,
                    new Words(
                            days < 0 ? "one has expired" : "the first ends in " + (long) days + " days",
                            "sensors renew theirs well before; one with less than 7 days left does not",
                            "Look at that cluster's sensor: it has not been able to renew its certificate.")));
        }
        return readings;
    }

    private List<ClusterRow> rows() {
        List<ClusterRow> rows = new ArrayList<>();
        String token = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            var found = clusters.list(
                    new ListRequest("", "name", ListRequest.MAX_PAGE_SIZE, token), AccessScope.EVERYTHING);
            rows.addAll(found.items());
            token = found.nextPageToken();
            if (token == null) {
                break;
            }
        }
        return rows;
    }
}
