package dev.breakwater.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches what was started. Without PostgreSQL or central there is nothing to keep running, so their end is the end of
 * all; the demo sensor is started again, each time after a longer wait unless it had run well.
 */
final class Supervisor {

    /** Starts the demo sensor. */
    interface SensorStart {
        ChildProcess start() throws IOException, InterruptedException;
    }

    private enum Part {
        DATABASE,
        CENTRAL,
        SENSOR
    }

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Duration RAN_WELL = Duration.ofSeconds(60);

    /** A signal to stop that is sent to all processes may reach this one last. */
    private static final long MOMENT_MILLIS = 300;

    private final BlockingQueue<Part> ends = new LinkedBlockingQueue<>();
    private final EmbeddedDatabase database;
    private final ChildProcess central;
    private final SensorStart sensors;
    private final Path logs;
    private final BooleanSupplier stopping;

    private @Nullable ChildProcess sensor;
    private long sensorStarted;
    private int sensorFailures;

    /** @param stopping whether everything is being stopped on purpose, so that no end is a surprise */
    Supervisor(
            EmbeddedDatabase database, ChildProcess central, SensorStart sensors, Path logs, BooleanSupplier stopping) {
        this.database = database;
        this.central = central;
        this.sensors = sensors;
        this.logs = logs;
        this.stopping = stopping;
        database.handle().onExit().thenRun(() -> ends.add(Part.DATABASE));
        central.handle().onExit().thenRun(() -> ends.add(Part.CENTRAL));
    }

    /** Starts the demo sensor for the first time; a failure now is a failure to start. */
    void startSensor() throws IOException, InterruptedException {
        ChildProcess started = sensors.start();
        sensor = started;
        sensorStarted = System.nanoTime();
        started.handle().onExit().thenRun(() -> ends.add(Part.SENSOR));
    }

    /**
     * Watches until everything is being stopped.
     *
     * @throws StartFailed if PostgreSQL or central ended
     */
    void watch() throws InterruptedException {
        @Nullable Duration wait = null;
        while (true) {
            @Nullable Part ended = wait == null ? ends.take() : ends.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
            Thread.sleep(ended == null ? 0 : MOMENT_MILLIS);
            if (stopping.getAsBoolean()) {
                return;
            }
            endIfNothingIsLeft();
            wait = ended == null ? startSensorAgain() : waitAfterSensor();
        }
    }

    private void endIfNothingIsLeft() throws InterruptedException {
        if (!database.handle().isAlive()) {
            throw new StartFailed(
                    "PostgreSQL has ended, and not by this launcher; see " + logs.resolve("postgresql.log")
                            + ". Everything is stopped; what was stored is kept: start again to go on.");
        }
        if (!central.isAlive()) {
            throw new StartFailed("Central has ended (exit code " + central.waitFor()
                    + "), and not by this launcher; see " + logs.resolve("central.log")
                    + ". Everything is stopped; what was stored is kept: start again to go on.");
        }
    }

    private Duration waitAfterSensor() throws InterruptedException {
        sensorFailures = System.nanoTime() - sensorStarted > RAN_WELL.toNanos() ? 0 : sensorFailures;
        Duration wait = nextWait();
        String how = sensor == null ? "" : " (exit code " + sensor.waitFor() + ")";
        System.out.println("The demo sensor has ended" + how + "; it is started again in " + wait.toSeconds()
                + " s; see " + logs.resolve("demo-sensor.log"));
        return wait;
    }

    private Duration nextWait() {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(sensorFailures++, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** Answers how long to wait if it could not be started; {@code null} = it runs. */
    private @Nullable Duration startSensorAgain() throws InterruptedException {
        try {
            startSensor();
            System.out.println("The demo sensor runs again.");
            return null;
        } catch (IOException | StartFailed e) {
            Duration wait = nextWait();
            System.out.println("The demo sensor does not start: " + e.getMessage() + "; the next try is in "
                    + wait.toSeconds() + " s");
            return wait;
        }
    }
}
