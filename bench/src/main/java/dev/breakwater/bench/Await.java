package dev.breakwater.bench;

import java.time.Duration;

/** Waiting for something that only polling tells. */
public final class Await {

    private static final int POLL_MILLIS = 50;

    /** A condition whose check may fail. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }

    private Await() {}

    /** Polls until it holds; {@link IllegalStateException} if it does not in time. */
    public static void until(String what, Duration most, Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not within " + most.toSeconds() + " s: " + what);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static boolean holds(Condition condition) throws InterruptedException {
        try {
            return condition.holds();
        } catch (RuntimeException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
