package dev.breakwater.central.platform;

/** As much of something is running as is let run at a time. Becomes a 503 problem with {@code Retry-After}. */
public final class Busy extends RuntimeException {

    public Busy(String message) {
        super(message);
    }
}
