package dev.breakwater.sensor.link;

import dev.breakwater.contracts.v1.CentralMessage;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Where everything that a session reacts to arrives. Wake-ups of changed facts are not queued one by one. Messages of
 * central are few: one for each batch that was sent, and its holdings.
 */
final class SessionInbox implements StreamObserver<CentralMessage> {

    /** What arrived. */
    sealed interface Event {}

    /** Central said something. */
    record Said(CentralMessage message) implements Event {}

    /** The stream is over. */
    record Ended(Status status) implements Event {}

    /**
     * Time has passed or something changed.
     *
     * @param status whether what the source can see changed
     */
    record Woken(boolean status) implements Event {}

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final AtomicBoolean waking = new AtomicBoolean();
    private final AtomicBoolean status = new AtomicBoolean();

    /** The next event, or {@link Woken} when the wait is over. */
    Event next(Duration wait) throws InterruptedException {
        @Nullable Event event = events.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        if (event != null && !(event instanceof Woken)) {
            return event;
        }
        waking.set(false);
        return new Woken(status.getAndSet(false));
    }

    /** Facts have changed. */
    void wake() {
        if (waking.compareAndSet(false, true)) {
            events.add(new Woken(false));
        }
    }

    /** What can be seen has changed. */
    void statusChanged() {
        status.set(true);
        wake();
    }

    @Override
    public void onNext(CentralMessage message) {
        events.add(new Said(message));
    }

    @Override
    public void onError(Throwable thrown) {
        events.add(new Ended(Status.fromThrowable(thrown)));
    }

    @Override
    public void onCompleted() {
        events.add(new Ended(Status.UNAVAILABLE.withDescription("central closed the stream")));
    }
}
