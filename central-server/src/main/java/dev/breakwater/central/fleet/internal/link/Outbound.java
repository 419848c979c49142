package dev.breakwater.central.fleet.internal.link;

import dev.breakwater.contracts.v1.CentralMessage;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;

/** The way to one sensor. Unlike gRPC's own, any thread may send on it or end it, and ending it twice does no harm. */
final class Outbound {

    private final ServerCallStreamObserver<CentralMessage> responses;
    private final Context call = Context.current();
    private boolean ended;

    /** Made within the call. */
    Outbound(ServerCallStreamObserver<CentralMessage> responses) {
        this.responses = responses;
    }

    /** Whether the sensor can still be reached; a cut connection is known at once, whatever is being worked on. */
    synchronized boolean isOpen() {
        return !ended && !call.isCancelled();
    }

    /** Sends, unless it has ended. */
    synchronized void send(CentralMessage message) {
        if (isOpen()) {
            responses.onNext(message);
        }
    }

    /** Asks the sensor's side for its next message. */
    synchronized void requestNext() {
        if (isOpen()) {
            responses.request(1);
        }
    }

    /** Ends the stream; {@code false} if it had ended before. */
    synchronized boolean end(Status status) {
        if (ended) {
            return false;
        }
        boolean reachable = isOpen();
        ended = true;
        if (reachable && status.isOk()) {
            responses.onCompleted();
        } else if (reachable) {
            responses.onError(status.asRuntimeException());
        }
        return true;
    }
}
