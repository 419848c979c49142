package dev.breakwater.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.kubernetes.SecretGuard;
import dev.breakwater.manifests.redaction.KeyedHash;
import dev.breakwater.manifests.redaction.RedactingGuard;
import dev.breakwater.sensor.facts.FactStore;
import dev.breakwater.sensor.watch.folder.FolderSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SensorFailureTest {

    private static final Runnable BROKEN = () -> {
        throw new NoClassDefFoundError("dev/breakwater/sensor/link/Gone");
    };

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private final PrintWriter errors = new PrintWriter(err, true);

    @Test
    void endsWhenALinkEndsByAnErrorInsteadOfStayingAliveWithoutIt() throws Exception {
        try (Sensor sensor = sensor(SensorFailureTest::untilInterrupted, BROKEN)) {
            assertThat(sensor.awaitEnd()).isEqualTo(3);
            assertThat(sensor.failure())
                    .isEqualTo("cluster c1 cannot be streamed any more: java.lang.NoClassDefFoundError:"
                            + " dev/breakwater/sensor/link/Gone");
        }
    }

    @Test
    void endsWhenASourceEndsByAnError() throws Exception {
        try (Sensor sensor = sensor(BROKEN, SensorFailureTest::untilInterrupted)) {
            assertThat(sensor.awaitEnd()).isEqualTo(3);
        }
    }

    @Test
    void doesNotWaitForASyncThatWillNotComeAnyMore() throws Exception {
        try (Sensor sensor = sensor(SensorFailureTest::untilInterrupted, BROKEN)) {
            assertThat(new SingleRun(sensor, false, errors, errors).await(Duration.ofMinutes(5)))
                    .isEqualTo(3);
        }
        assertThat(err.toString()).contains("cannot be streamed any more");
    }

    private Sensor sensor(Runnable reading, Runnable streaming) {
        SecretGuard guard = new RedactingGuard(new KeyedHash(new byte[KeyedHash.KEY_BYTES]));
        FolderSource source = new FolderSource("c1", List.of(folder), guard, new FactStore(10));
        return Sensor.of(failures -> List.of(new ClusterSensor("c1", source, reading, streaming, failures)));
    }

    private static void untilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
