package dev.breakwater.central.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;

/**
 * Work that is done again and again on threads of its own, by the clock or when somebody wakes it, until it is stopped. What
 * fails, even for want of memory, is logged and done again after a pause. One instance for a capability; it can be started again after it was stopped.
 */
public final class BackgroundLoops {

    /** What becomes of work that is being done when the loops are stopped. */
    public enum Ending {
        /** It is interrupted at once, and left to whoever comes next. */
        INTERRUPT,
        /** It may end within the patience, and is interrupted after that. */
        LET_END
    }

    private final Logger log;
    private final Thread.Builder builder;
    private final Duration afterFailure;
    private final Ending ending;
    private final List<Loop> loops = new ArrayList<>();
    private volatile boolean running;

    private record Loop(Thread thread, Semaphore wake) {}

    /**
     * Loops that do not run yet.
     *
     * @param log of the capability
     * @param builder of the threads: virtual ones for what waits, those of the platform for what computes
     * @param afterFailure how long to wait after a failure
     */
    public BackgroundLoops(Logger log, Thread.Builder builder, Duration afterFailure, Ending ending) {
        this.log = log;
        this.builder = builder;
        this.afterFailure = afterFailure;
        this.ending = ending;
    }

    /** From now on loops can be begun. */
    public void start() {
        running = true;
    }

    /** Whether they were started and not stopped since. */
    public boolean isRunning() {
        return running;
    }

    /**
     * Begins a loop: the work, then a pause.
     *
     * @param every how long it waits between two rounds
     */
    public void begin(String name, Duration every, Runnable work) {
        begin(name, every, new Semaphore(0), work);
    }

    /**
     * Begins a loop whose pause ends early by a permit.
     *
     * @param wake shared by loops of which any may take up the work
     */
    public void begin(String name, Duration every, Semaphore wake, Runnable work) {
        Thread thread = builder.name(name).unstarted(() -> repeat(name, every, wake, work));
        loops.add(new Loop(thread, wake));
        thread.start();
    }

    private void repeat(String name, Duration every, Semaphore wake, Runnable work) {
        while (running) {
            Duration pause = every;
            try {
                work.run();
            } catch (RuntimeException e) {
                log.warn("{} failed and is tried again", name, e);
                pause = afterFailure;
            } catch (Error e) {
                // A loop that ends without anybody knowing is worse than one that fails again: what it did took the
                // memory with
                // it, and the next may do with less.
                log.error("{} failed badly and is tried again", name, e);
                pause = afterFailure;
            }
            try {
                wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /**
     * Does one after the other, as long as there is one and the loops run.
     *
     * @param one does the next; false = there was none
     */
    public void drain(BooleanSupplier one) {
        boolean more = true;
        while (running && more) {
            more = one.getAsBoolean();
        }
    }

    /**
     * Ends all loops.
     *
     * @param patience how long to wait for each
     */
    public void stop(Duration patience) {
        running = false;
        loops.forEach(loop -> loop.wake().release(loops.size()));
        if (ending == Ending.INTERRUPT) {
            loops.forEach(loop -> loop.thread().interrupt());
        }
        for (Loop loop : loops) {
            try {
                if (!loop.thread().join(patience)) {
                    loop.thread().interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        loops.clear();
    }
}
