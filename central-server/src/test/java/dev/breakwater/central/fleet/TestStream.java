package dev.breakwater.central.fleet;

import com.google.protobuf.ByteString;
import dev.breakwater.contracts.FactCodec;
import dev.breakwater.contracts.v1.CentralMessage;
import dev.breakwater.contracts.v1.Hello;
import dev.breakwater.contracts.v1.Holdings;
import dev.breakwater.contracts.v1.NodeAction;
import dev.breakwater.contracts.v1.NodeOrder;
import dev.breakwater.contracts.v1.ObjectBatch;
import dev.breakwater.contracts.v1.ObjectUpsert;
import dev.breakwater.contracts.v1.SensorLinkGrpc.SensorLinkStub;
import dev.breakwater.contracts.v1.SensorMessage;
import dev.breakwater.contracts.v1.SourceKind;
import dev.breakwater.contracts.v1.Synced;
import dev.breakwater.engine.model.ClusterObject;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One stream of a {@link TestSensor}. */
public final class TestStream implements StreamObserver<CentralMessage> {

    private static final int ENTRY_BYTES = 32;

    private final BlockingQueue<CentralMessage> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Status> end = new CompletableFuture<>();
    private final StreamObserver<SensorMessage> requests;
    private long sequence;

    TestStream(SensorLinkStub stub) {
        requests = stub.connect(this);
    }

    TestStream hello(String instance) {
        return hello(instance, "");
    }

    TestStream hello(String instance, String clusterUid) {
        return send(SensorMessage.newBuilder()
                .setHello(Hello.newBuilder()
                        .setInstanceId(instance)
                        .setClusterUid(clusterUid)
                        .setSensorVersion("0.1.0")
                        .setSource(SourceKind.SOURCE_KIND_FOLDER))
                .build());
    }

    /** Says hello and takes in what central holds: id to fingerprint. */
    public Map<UUID, String> open(String instance) {
        hello(instance);
        return holdings();
    }

    /** The same, of a sensor that lets these be done to nodes. */
    Map<UUID, String> open(String instance, List<NodeAction> actions) {
        send(SensorMessage.newBuilder()
                .setHello(Hello.newBuilder()
                        .setInstanceId(instance)
                        .setSource(SourceKind.SOURCE_KIND_LIVE)
                        .addAllNodeActions(actions))
                .build());
        return holdings();
    }

    /** The next order for a node, whatever else comes before it. */
    NodeOrder nextOrder() {
        try {
            CentralMessage message;
            do {
                message = received.poll(TestSensor.DEADLINE_SECONDS, TimeUnit.SECONDS);
                if (message == null) {
                    throw new AssertionError("no order came, end " + end.getNow(null));
                }
            } while (!message.hasCommand() || !message.getCommand().hasNodeOrder());
            return message.getCommand().getNodeOrder();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<UUID, String> holdings() {
        next(CentralMessage.MessageCase.WELCOME);
        Map<UUID, String> holdings = new LinkedHashMap<>();
        Holdings chunk;
        do {
            chunk = next(CentralMessage.MessageCase.HOLDINGS).getHoldings();
            ByteBuffer entries = chunk.getEntries().asReadOnlyByteBuffer();
            for (int i = 0; i < chunk.getEntries().size() / ENTRY_BYTES; i++) {
                UUID id = new UUID(entries.getLong(), entries.getLong());
                byte[] fingerprint = new byte[FactCodec.FINGERPRINT_BYTES];
                entries.get(fingerprint);
                holdings.put(id, HexFormat.of().formatHex(fingerprint));
            }
        } while (!chunk.getLast());
        return holdings;
    }

    public long batch(String cluster, ClusterObject... objects) {
        return batch(
                Arrays.stream(objects).map(object -> upsert(cluster, object)).toList(), List.of());
    }

    public long remove(UUID... ids) {
        return batch(List.of(), List.of(ids));
    }

    public long batch(List<ObjectUpsert> upserts, List<UUID> removals) {
        sequence++;
        send(SensorMessage.newBuilder()
                .setBatch(ObjectBatch.newBuilder()
                        .setSequence(sequence)
                        .addAllUpserts(upserts)
                        .addAllRemovals(removals.stream().map(TestStream::bytes).toList())
                        .setCorrelationId("test-" + sequence))
                .build());
        return sequence;
    }

    public long synced(long objects) {
        sequence++;
        send(SensorMessage.newBuilder()
                .setSynced(Synced.newBuilder().setSequence(sequence).setObjects(objects))
                .build());
        return sequence;
    }

    void skipSequence() {
        sequence++;
    }

    TestStream send(SensorMessage message) {
        requests.onNext(message);
        return this;
    }

    public void awaitAcknowledged(long wanted) {
        long acknowledged;
        do {
            acknowledged = next(CentralMessage.MessageCase.ACKNOWLEDGED)
                    .getAcknowledged()
                    .getSequence();
        } while (acknowledged < wanted);
    }

    /** The same, whatever else comes before it. */
    void awaitAcknowledgedAmongOthers(long wanted) {
        try {
            CentralMessage message;
            do {
                message = received.poll(TestSensor.DEADLINE_SECONDS, TimeUnit.SECONDS);
                if (message == null) {
                    throw new AssertionError("no acknowledgement came, end " + end.getNow(null));
                }
            } while (!message.hasAcknowledged() || message.getAcknowledged().getSequence() < wanted);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    CentralMessage next(CentralMessage.MessageCase wanted) {
        try {
            CentralMessage message = received.poll(TestSensor.DEADLINE_SECONDS, TimeUnit.SECONDS);
            if (message == null || message.getMessageCase() != wanted) {
                throw new AssertionError("expected " + wanted + ", got " + message + ", end " + end.getNow(null));
            }
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean hasReceivedNothing() {
        return received.isEmpty();
    }

    /** How the stream ended. */
    public Status awaitEnd() {
        return end.orTimeout(TestSensor.DEADLINE_SECONDS, TimeUnit.SECONDS).join();
    }

    public void complete() {
        requests.onCompleted();
        awaitEnd();
    }

    public static ObjectUpsert upsert(String cluster, ClusterObject object) {
        return ObjectUpsert.newBuilder()
                .setId(bytes(object.key().idIn(cluster)))
                .setFingerprint(ByteString.copyFrom(FactCodec.fingerprint(object)))
                .setState(FactCodec.toWire(object))
                .build();
    }

    static ByteString bytes(UUID id) {
        return ByteString.copyFrom(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip());
    }

    @Override
    public void onNext(CentralMessage message) {
        received.add(message);
    }

    @Override
    public void onError(Throwable failure) {
        end.complete(Status.fromThrowable(failure));
    }

    @Override
    public void onCompleted() {
        end.complete(Status.OK);
    }
}
