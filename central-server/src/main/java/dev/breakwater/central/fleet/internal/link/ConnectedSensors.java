package dev.breakwater.central.fleet.internal.link;

import dev.breakwater.central.fleet.internal.LinkProperties;
import io.grpc.Status;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The streams that this replica holds, at most one for a cluster. A second one takes the place of the first if it comes from
 * the same instance of the sensor (which has lost the first), or if the first is dead or has been silent for three
 * heartbeats. Another instance has to wait otherwise: two sensors that share a certificate would else push each other out
 * for ever.
 */
@Component
public class ConnectedSensors {

    private final Map<UUID, SensorStream> streams = new ConcurrentHashMap<>();
    private final long silentNanos;

    ConnectedSensors(LinkProperties properties, MeterRegistry meters) {
        this.silentNanos = properties.silentAfter().toNanos();
        Gauge.builder("breakwater.link.streams", streams, Map::size)
                .description("Sensors connected to this replica")
                .register(meters);
    }

    /** Enters a stream; {@code false} if another instance is alive in its place. */
    boolean enter(SensorStream incoming) {
        SensorStream replaced;
        synchronized (this) {
            replaced = streams.get(incoming.clusterId());
            if (replaced != null
                    && replaced.isAlive()
                    && !replaced.instance().equals(incoming.instance())
                    && replaced.silentNanos() < silentNanos) {
                return false;
            }
            streams.put(incoming.clusterId(), incoming);
        }
        if (replaced != null) {
            replaced.close(Status.ABORTED.withDescription("another stream of this cluster took over"));
        }
        return true;
    }

    /** Takes a stream out; {@code false} if it had been replaced or taken out before. */
    boolean leave(SensorStream stream) {
        return streams.remove(stream.clusterId(), stream);
    }

    /** Cuts a cluster off, at once. */
    public void cutOff(UUID clusterId) {
        SensorStream stream = streams.get(clusterId);
        if (stream != null) {
            stream.close(Status.PERMISSION_DENIED.withDescription("the cluster was revoked or removed"));
        }
    }

    /** Ends a stream whose cluster has connected to another replica since. */
    void supersede(UUID clusterId) {
        SensorStream stream = streams.get(clusterId);
        if (stream != null) {
            stream.close(Status.ABORTED.withDescription("another stream of this cluster took over"));
        }
    }

    /** The clusters whose connection to this replica is on record. */
    Set<UUID> welcomed() {
        return streams.values().stream()
                .filter(SensorStream::isWelcomed)
                .map(SensorStream::clusterId)
                .collect(Collectors.toSet());
    }

    List<SensorStream> all() {
        return List.copyOf(streams.values());
    }
}
