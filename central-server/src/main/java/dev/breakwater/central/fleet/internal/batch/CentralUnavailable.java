package dev.breakwater.central.fleet.internal.batch;

/** The database does not take a batch now. The sensor keeps it and comes back. */
public final class CentralUnavailable extends RuntimeException {

    CentralUnavailable(Throwable cause) {
        super("central cannot store now", cause);
    }
}
