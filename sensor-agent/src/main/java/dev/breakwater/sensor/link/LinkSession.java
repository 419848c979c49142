package dev.breakwater.sensor.link;

import com.google.protobuf.Timestamp;
import dev.breakwater.contracts.v1.CentralMessage;
import dev.breakwater.contracts.v1.Command;
import dev.breakwater.contracts.v1.Heartbeat;
import dev.breakwater.contracts.v1.Hello;
import dev.breakwater.contracts.v1.SensorMessage;
import dev.breakwater.contracts.v1.Welcome;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One stream, from Hello to its end, driven by one thread: messages from central, changes of facts and the passing of time
 * meet in an inbox, and only {@link #run} acts on them.
 */
final class LinkSession {

    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration FAREWELL = Duration.ofSeconds(20);
    private static final int SCANS_AT_ONCE = 4;
    private static final int NEWS_AT_ONCE = 16;

    private final String cluster;
    private final Source source;
    private final Hello hello;
    private final Instant renewAt;
    private final InstantSource clock;
    private final Runnable onSynced;
    private final OwnJudgement judgement;
    private final SessionInbox inbox = new SessionInbox();
    private final Holdings holdings = new Holdings();
    private final DeclarationWriter declarations;
    private final Duties duties;

    private @Nullable StreamObserver<SensorMessage> out;
    private @Nullable Welcome welcome;
    private boolean holdingsComplete;
    private @Nullable Sending sending;
    private boolean overflowed;
    private Instant nextHeartbeat;
    private Instant deadline;
    private boolean leaving;

    LinkSession(
            String cluster,
            Source source,
            Hello hello,
            Instant renewAt,
            InstantSource clock,
            OwnJudgement judgement,
            Duties duties,
            Runnable onSynced) {
        this.duties = duties;
        this.cluster = cluster;
        this.source = source;
        this.declarations = new DeclarationWriter(source.declarations());
        this.hello = hello;
        this.renewAt = renewAt;
        this.clock = clock;
        this.judgement = judgement;
        this.onSynced = onSynced;
        this.nextHeartbeat = Instant.MAX;
        this.deadline = clock.instant().plus(ANSWER);
    }

    /** Runs the stream until it ends. */
    SessionEnd run(Function<StreamObserver<CentralMessage>, StreamObserver<SensorMessage>> connect)
            throws InterruptedException {
        source.facts().onChange(inbox::wake);
        source.status().onChange(inbox::statusChanged);
        source.declarations().onChange(inbox::wake);
        duties.onNews(inbox::wake);
        StreamObserver<SensorMessage> stream = connect.apply(inbox);
        out = stream;
        SessionEnd end = null;
        try {
            send(SensorMessage.newBuilder().setHello(hello).build());
            while (end == null) {
                end = step(inbox.next(untilNextDuty()));
            }
            return end;
        } finally {
            source.facts().onChange(() -> {});
            source.status().onChange(() -> {});
            source.declarations().onChange(() -> {});
            duties.onNews(() -> {});
            leave(stream, end);
        }
    }

    private static void leave(StreamObserver<SensorMessage> stream, @Nullable SessionEnd end) {
        try {
            switch (end) {
                case SessionEnd.Broken ignored -> {}
                case SessionEnd.AskedToWait ignored -> stream.onCompleted();
                case SessionEnd.Renewing ignored -> stream.onCompleted();
                case null -> stream.onError(Status.CANCELLED.asRuntimeException());
            }
        } catch (IllegalStateException e) {
            // The call ended by itself meanwhile, which is what was wanted.
        }
    }

    private @Nullable SessionEnd step(SessionInbox.Event event) {
        SessionEnd end = switch (event) {
            case SessionInbox.Said(CentralMessage message) -> on(message);
            case SessionInbox.Ended(Status status) ->
                leaving ? new SessionEnd.Renewing() : new SessionEnd.Broken(status, isSynced());
            case SessionInbox.Woken(boolean status) -> {
                if (status && sending != null) {
                    send(SensorMessage.newBuilder()
                            .setSourceReport(source.status().toReport())
                            .build());
                    sending.lookForGone();
                }
                yield null;
            }
        };
        return end == null ? duties() : end;
    }

    private @Nullable SessionEnd on(CentralMessage message) {
        switch (message.getMessageCase()) {
            case WELCOME -> {
                return welcomed(message.getWelcome());
            }
            case HOLDINGS -> {
                try {
                    holdings.add(message.getHoldings());
                } catch (IllegalArgumentException e) {
                    return new SessionEnd.Broken(Status.DATA_LOSS.withDescription(e.getMessage()), false);
                }
                holdingsComplete = message.getHoldings().getLast();
                deadline = holdingsComplete ? Instant.MAX : clock.instant().plus(ANSWER);
            }
            case ACKNOWLEDGED -> {
                if (sending != null
                        && sending.acknowledge(message.getAcknowledged().getSequence())) {
                    overflowed = false;
                    onSynced.run();
                }
            }
            case POSTPONE -> {
                return new SessionEnd.AskedToWait(
                        Duration.ofMillis(message.getPostpone().getRetryAfterMillis()),
                        message.getPostpone().getReason());
            }
            case COMMAND -> {
                return on(message.getCommand());
            }
            case POLICY_SET -> judgement.receive(message.getPolicySet());
            case MESSAGE_NOT_SET -> {
                // A message of a later version, which this one cannot need.
            }
        }
        return null;
    }

    private @Nullable SessionEnd on(Command command) {
        return switch (command.getCommandCase()) {
            case SCAN_IMAGE -> {
                duties.scans().requested(command.getScanImage());
                yield null;
            }
            case NODE_ORDER -> {
                duties.nodes().requested(command.getNodeOrder());
                yield null;
            }
            case RECONNECT ->
                new SessionEnd.AskedToWait(
                        Duration.ofMillis(command.getReconnect().getAfterMillis()),
                        command.getReconnect().getReason());
            case COMMAND_NOT_SET -> null;
        };
    }

    private @Nullable SessionEnd welcomed(Welcome message) {
        if (!message.getCluster().equals(cluster)) {
            // The ids of all objects are made of the name.
            return new SessionEnd.Broken(
                    Status.FAILED_PRECONDITION.withDescription("central knows this sensor as cluster "
                            + message.getCluster() + ", it was started as " + cluster),
                    false);
        }
        welcome = message;
        deadline = clock.instant().plus(ANSWER);
        nextHeartbeat = clock.instant();
        overflowed = source.facts().overflowed();
        return null;
    }

    /** What is due by now, whatever woke the thread. */
    private @Nullable SessionEnd duties() {
        Instant now = clock.instant();
        if (now.isAfter(deadline)) {
            return leaving
                    ? new SessionEnd.Renewing()
                    : new SessionEnd.Broken(
                            Status.DEADLINE_EXCEEDED.withDescription("central did not answer"), isSynced());
        }
        if (welcome != null
                && holdingsComplete
                && sending == null
                && source.status().isSettled()) {
            send(SensorMessage.newBuilder()
                    .setSourceReport(source.status().toReport())
                    .build());
            sending = new Sending(source, holdings, welcome, this::send);
        }
        if (!now.isBefore(nextHeartbeat) && welcome != null) {
            send(heartbeat(now));
            nextHeartbeat = now.plusSeconds(Math.clamp(welcome.getHeartbeatSeconds(), 1, 300));
        }
        if (sending == null) {
            return null;
        }
        if (!leaving && (!now.isBefore(renewAt) || (isSynced() && source.facts().overflowed()))) {
            leaving = true;
            deadline = now.plus(FAREWELL);
        }
        if (!leaving) {
            sending.pump(now);
            if (sending.isSynced()) {
                declarations
                        .due(now)
                        .forEach(piece -> send(SensorMessage.newBuilder()
                                .setDeclaredPolicies(piece)
                                .build()));
            }
            if (sending.isSynced() && sending.waiting() == 0) {
                judgement.startIfDue(now, inbox::wake);
            }
            duties.scans()
                    .due(SCANS_AT_ONCE)
                    .forEach(said ->
                            send(SensorMessage.newBuilder().setImageScan(said).build()));
            duties.nodes()
                    .due(NEWS_AT_ONCE)
                    .forEach(news -> send(
                            SensorMessage.newBuilder().setNodeOrderNews(news).build()));
            judgement
                    .finished()
                    .forEach(verdicts -> send(
                            SensorMessage.newBuilder().setVerdicts(verdicts).build()));
        }
        return leaving && sending.isQuiet() ? new SessionEnd.Renewing() : null;
    }

    private Duration untilNextDuty() {
        Instant next = earlier(nextHeartbeat, deadline);
        if (sending != null && !leaving) {
            next = earlier(next, earlier(renewAt, sending.nextChanges()));
            next = sending.isSynced() ? earlier(next, declarations.nextDue()) : next;
        }
        Instant now = clock.instant();
        if (next.isAfter(now.plusSeconds(3_600))) {
            return Duration.ofSeconds(3_600);
        }
        return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private boolean isSynced() {
        return sending != null && sending.isSynced();
    }

    private SensorMessage heartbeat(Instant now) {
        Runtime runtime = Runtime.getRuntime();
        return SensorMessage.newBuilder()
                .setHeartbeat(Heartbeat.newBuilder()
                        .setSentAt(Timestamp.newBuilder()
                                .setSeconds(now.getEpochSecond())
                                .setNanos(now.getNano()))
                        .setObjectsWatched(source.facts().size())
                        .setSpooledObjects(sending == null ? source.facts().changes() : sending.waiting())
                        .setSpoolOverflowed(overflowed || source.facts().overflowed())
                        .setHeapUsedBytes(runtime.totalMemory() - runtime.freeMemory()))
                .build();
    }

    private void send(SensorMessage message) {
        StreamObserver<SensorMessage> stream = out;
        if (stream != null) {
            stream.onNext(message);
        }
    }
}
