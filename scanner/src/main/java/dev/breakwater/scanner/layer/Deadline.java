package dev.breakwater.scanner.layer;

import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import java.time.Duration;

/** Until when a scan may last. Asked often, so it is cheap. */
public final class Deadline {

    private final long end;
    private final Duration given;

    private Deadline(Duration given) {
        this.given = given;
        this.end = System.nanoTime() + given.toNanos();
    }

    /** From now on. */
    public static Deadline after(Duration given) {
        return new Deadline(given);
    }

    /**
     * Goes on, or not.
     *
     * @throws ScanFailed if the time is up or the thread was interrupted
     */
    public void check() throws ScanFailed {
        if (Thread.currentThread().isInterrupted()) {
            throw new ScanFailed(Reason.CANCELLED, "the scan was cancelled");
        }
        if (System.nanoTime() - end > 0) {
            throw new ScanFailed(Reason.TIMED_OUT, "the scan took longer than " + given.toSeconds() + " seconds");
        }
    }
}
