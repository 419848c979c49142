package dev.breakwater.sensor.link;

import dev.breakwater.contracts.v1.ObjectBatch;
import dev.breakwater.contracts.v1.SensorMessage;
import dev.breakwater.contracts.v1.Synced;
import dev.breakwater.contracts.v1.Welcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What has to be sent within one stream, once central's holdings are known: first what differs, then what is gone, then the
 * synced mark, then changes as they come. No more than the window's number of batches are on their way unacknowledged;
 * while it is full, changes gather in the store, one for each object.
 */
final class Sending {

    /** Changes of this long a time are sent together; the first of them at once. */
    private static final Duration GATHER = Duration.ofMillis(200);

    private final Source source;
    private final Holdings holdings;
    private final int window;
    private final int mostObjects;
    private final BatchWriter writer;
    private final Consumer<SensorMessage> out;
    private final Deque<UUID> pending;
    private long sent;
    private long acknowledged;
    private long synced;
    private Instant nextChanges = Instant.MIN;

    Sending(Source source, Holdings holdings, Welcome welcome, Consumer<SensorMessage> out) {
        this.source = source;
        this.holdings = holdings;
        this.window = Math.clamp(welcome.getWindow(), 1, 64);
        this.mostObjects = Math.clamp(welcome.getMaxBatchObjects(), 1, 5_000);
        this.writer = new BatchWriter(source.facts(), mostObjects);
        this.out = out;
        this.pending = new ArrayDeque<>(holdings.differences(source.facts()));
        lookForGone();
    }

    /** Something can be seen that could not: perhaps more is known to be gone. */
    void lookForGone() {
        pending.addAll(holdings.gone(source.facts(), source.status()));
    }

    /** Sends as much as the window allows. */
    void pump(Instant now) {
        while (sent - acknowledged < window) {
            if (pending.isEmpty() && synced != 0 && !now.isBefore(nextChanges)) {
                pending.addAll(source.facts().takeChanged(mostObjects));
                nextChanges = pending.size() < mostObjects && !pending.isEmpty() ? now.plus(GATHER) : nextChanges;
            }
            if (!pending.isEmpty()) {
                ObjectBatch batch = writer.next(pending, ++sent);
                out.accept(SensorMessage.newBuilder().setBatch(batch).build());
            } else if (synced == 0) {
                synced = ++sent;
                out.accept(SensorMessage.newBuilder()
                        .setSynced(Synced.newBuilder()
                                .setSequence(synced)
                                .setObjects(source.facts().size()))
                        .build());
            } else {
                return;
            }
        }
    }

    /**
     * Central has committed everything up to this sequence.
     *
     * @return whether the synced mark is among it for the first time
     */
    boolean acknowledge(long sequence) {
        boolean before = isSynced();
        acknowledged = Math.clamp(sequence, acknowledged, sent);
        return !before && isSynced();
    }

    boolean isSynced() {
        return synced != 0 && acknowledged >= synced;
    }

    /** When changes that wait now are to be sent; the end of time if none wait. */
    Instant nextChanges() {
        return source.facts().changes() == 0 || sent - acknowledged >= window ? Instant.MAX : nextChanges;
    }

    /** Whether nothing is on its way. */
    boolean isQuiet() {
        return acknowledged == sent;
    }

    /** Objects that wait for the window. */
    int waiting() {
        return pending.size() + source.facts().changes();
    }
}
