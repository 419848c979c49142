package dev.breakwater.sensor;

import dev.breakwater.sensor.link.CentralAddress;
import dev.breakwater.sensor.link.LinkListener;
import dev.breakwater.sensor.link.OutboundProxy;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All clusters of this process. */
final class Sensor implements AutoCloseable, LinkListener {

    private static final Logger LOG = LoggerFactory.getLogger(Sensor.class);

    private final Map<String, ClusterSensor> clusters = new ConcurrentHashMap<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final Map<String, String> interruptions = new ConcurrentHashMap<>();
    private final Map<String, Boolean> synced = new ConcurrentHashMap<>();
    private final Semaphore changes = new Semaphore(0);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable String failure;

    private Sensor() {}

    /**
     * Starts reading and streaming.
     *
     * @throws IOException if a state folder is not usable
     */
    static Sensor start(
            CentralAddress central, @Nullable OutboundProxy proxy, List<ClusterSettings> settings, InstantSource clock)
            throws IOException {
        Sensor sensor = new Sensor();
        List<ClusterSensor> made = new ArrayList<>();
        for (ClusterSettings cluster : settings) {
            made.add(ClusterSensor.make(central, proxy, cluster, sensor, sensor::failed, clock));
        }
        sensor.run(made);
        Runtime.getRuntime().addShutdownHook(new Thread(sensor::close, "shutdown"));
        return sensor;
    }

    /** Clusters that are made already; what fails tells {@link #failed}. */
    static Sensor of(Function<BiConsumer<String, Throwable>, List<ClusterSensor>> clusters) {
        Sensor sensor = new Sensor();
        sensor.run(clusters.apply(sensor::failed));
        return sensor;
    }

    private void run(List<ClusterSensor> made) {
        made.forEach(cluster -> clusters.put(cluster.name(), cluster));
        made.forEach(ClusterSensor::start);
    }

    /** A thread without which a cluster is not told of has ended; nobody may believe that it still is. */
    private void failed(String cluster, Throwable why) {
        // No further class of ours is needed from here to the end: what failed may be the loading of classes.
        failure = "cluster "
                .concat(cluster)
                .concat(" cannot be streamed any more: ")
                .concat(why.toString());
        changes.release();
    }

    /** Why the sensor cannot go on, {@code null} while it can. */
    @Nullable
    String failure() {
        return failure;
    }

    /** Runs until the process is asked to end (0), until every cluster was refused, or until something failed. */
    int awaitEnd() throws InterruptedException {
        while (closed.getCount() > 0) {
            changes.tryAcquire(1, TimeUnit.SECONDS);
            @Nullable String failed = failure;
            if (failed != null) {
                LOG.error("sensor ends reason={}", failed);
                return Main.COULD_NOT;
            }
            if (refusals.size() == clusters.size()) {
                return Main.COULD_NOT;
            }
            String stopped = stopped();
            if (!stopped.isEmpty() && closed.getCount() > 0) {
                // Half a sensor would keep its heartbeat and look healthy; whoever started it starts it anew.
                LOG.error("sensor ends reason={}", stopped);
                return Main.COULD_NOT;
            }
        }
        return 0;
    }

    /** Waits until a cluster's state changes, or for a second. */
    void awaitChange() throws InterruptedException {
        changes.tryAcquire(1, TimeUnit.SECONDS);
    }

    /** Whether every cluster is synced or refused, or none of it will happen any more. */
    boolean isSettled() {
        return failure != null
                || clusters.keySet().stream().allMatch(name -> synced.containsKey(name) || refusals.containsKey(name));
    }

    List<ClusterSensor> all() {
        return clusters.values().stream()
                .sorted(java.util.Comparator.comparing(ClusterSensor::name))
                .toList();
    }

    /** What no longer runs though it should; empty if all does. */
    String stopped() {
        return all().stream()
                .filter(cluster -> !cluster.isAlive(refusals.containsKey(cluster.name())))
                .map(cluster -> "cluster " + cluster.name() + " is no longer read or streamed")
                .collect(Collectors.joining("; "));
    }

    /** Why central does not have everything now; empty if it has. */
    String unready() {
        return all().stream()
                .filter(cluster -> !isConnected(cluster.name()))
                .map(cluster -> "cluster " + cluster.name() + " is not synced: " + trouble(cluster.name()))
                .collect(Collectors.joining("; "));
    }

    /** Whether central has everything and the stream stands. */
    boolean isConnected(String cluster) {
        return isSynced(cluster) && !refusals.containsKey(cluster) && !interruptions.containsKey(cluster);
    }

    boolean isSynced(String cluster) {
        return synced.containsKey(cluster);
    }

    /** Why a cluster is not synced. */
    String trouble(String cluster) {
        @Nullable String failed = failure;
        return failed != null
                ? failed
                : refusals.getOrDefault(cluster, interruptions.getOrDefault(cluster, "central did not answer in time"));
    }

    @Override
    public void synced(String cluster) {
        synced.put(cluster, true);
        interruptions.remove(cluster);
        changes.release();
    }

    @Override
    public void refused(String cluster, String reason) {
        refusals.put(cluster, reason);
        changes.release();
    }

    @Override
    public void interrupted(String cluster, String reason) {
        interruptions.put(cluster, reason);
        changes.release();
    }

    @Override
    public void close() {
        closed.countDown();
        clusters.values().forEach(ClusterSensor::close);
        changes.release();
    }
}
