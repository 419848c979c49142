package dev.breakwater.central.notification.internal.send;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Bounds the whole of something: timeouts of sockets bound each read, so that a slow trickle would go on for ever. */
final class Deadline {

    private Deadline() {}

    /**
     * Does it in a thread of its own.
     *
     * @param cancel ends what still goes on, such as by closing its socket
     * @throws DeliveryFailed if it takes longer
     * @throws Exception what it throws
     */
    static <T> T within(Duration limit, Runnable cancel, Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().name("notification-send").start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            cancel.run();
            task.cancel(true);
            throw new DeliveryFailed("No end within " + limit.toSeconds() + " s; it may have arrived.", true);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        } catch (InterruptedException e) {
            cancel.run();
            task.cancel(true);
            throw e;
        }
    }
}
