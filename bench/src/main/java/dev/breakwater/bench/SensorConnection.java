package dev.breakwater.bench;

import dev.breakwater.sensor.link.CentralAddress;
import dev.breakwater.sensor.link.EnrolmentToken;
import dev.breakwater.sensor.link.Link;
import dev.breakwater.sensor.link.LinkListener;
import dev.breakwater.sensor.link.LinkSettings;
import dev.breakwater.sensor.link.StateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The sensor's link, connected from the start until closed. */
public final class SensorConnection implements AutoCloseable, LinkListener {

    private static final Duration SYNC = Duration.ofMinutes(20);

    private final CompletableFuture<Void> synced = new CompletableFuture<>();
    private final Thread thread;

    /** Connects; enrols first if the folder holds no certificate of this token. */
    public SensorConnection(int linkPort, CentralApi.Cluster cluster, FleetSource source, Path folder)
            throws IOException {
        LinkSettings settings = new LinkSettings(
                new CentralAddress("localhost", linkPort),
                cluster.name(),
                EnrolmentToken.parse(cluster.token()),
                "bench");
        Link link = new Link(settings, source, StateFolder.open(folder), this, InstantSource.system());
        thread = Thread.ofPlatform().name("link").start(() -> {
            try {
                link.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Until central has acknowledged the synced mark. */
    public void awaitSynced() throws InterruptedException {
        try {
            synced.get(SYNC.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not synced", e);
        }
    }

    @Override
    public void synced(String cluster) {
        synced.complete(null);
    }

    @Override
    public void refused(String cluster, String reason) {
        synced.completeExceptionally(new IllegalStateException(reason));
    }

    @Override
    public void interrupted(String cluster, String reason) {
        System.err.println("link of " + cluster + " interrupted: " + reason);
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
