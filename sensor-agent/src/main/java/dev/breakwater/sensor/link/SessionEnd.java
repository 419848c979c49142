package dev.breakwater.sensor.link;

import io.grpc.Status;
import java.time.Duration;

/** Why a stream ended, which says when to come back. */
sealed interface SessionEnd {

    /** Central has no room for one more resync now, or wants the stream closed for a while. */
    record AskedToWait(Duration pause, String reason) implements SessionEnd {}

    /** The sensor itself wanted a new connection, everything sent being acknowledged. */
    record Renewing() implements SessionEnd {}

    /**
     * The stream broke or central ended it.
     *
     * @param wasSynced whether it had worked
     */
    record Broken(Status status, boolean wasSynced) implements SessionEnd {}
}
