package dev.breakwater.sensor.link;

import com.google.protobuf.ByteString;
import dev.breakwater.contracts.v1.Acknowledged;
import dev.breakwater.contracts.v1.CentralMessage;
import dev.breakwater.contracts.v1.ClusterObjectState;
import dev.breakwater.contracts.v1.EnrolRequest;
import dev.breakwater.contracts.v1.EnrolResponse;
import dev.breakwater.contracts.v1.Holdings;
import dev.breakwater.contracts.v1.ObjectBatch;
import dev.breakwater.contracts.v1.ObjectUpsert;
import dev.breakwater.contracts.v1.Postpone;
import dev.breakwater.contracts.v1.RenewRequest;
import dev.breakwater.contracts.v1.RenewResponse;
import dev.breakwater.contracts.v1.SensorLinkGrpc;
import dev.breakwater.contracts.v1.SensorMessage;
import dev.breakwater.contracts.v1.Welcome;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The other end of the link, in memory but over real mutual TLS. Keeps what it acknowledges, as central does. */
public final class TestCentral extends SensorLinkGrpc.SensorLinkImplBase implements AutoCloseable {

    public static final String TOKEN = "bwe_test-token-0123456789";

    /** What central holds. */
    public record Held(ByteString fingerprint, int kind, ClusterObjectState state) {}

    final TestAuthority authority;
    public final Map<ByteString, Held> held = new ConcurrentHashMap<>();
    final BlockingQueue<SensorMessage> received = new LinkedBlockingQueue<>();
    final List<SensorMessage> log = new CopyOnWriteArrayList<>();
    final AtomicInteger postpone = new AtomicInteger();
    final AtomicInteger renewals = new AtomicInteger();
    final AtomicInteger streams = new AtomicInteger();
    volatile boolean acknowledging = true;
    volatile boolean tellsKinds = true;
    volatile int breakAfterBatches = Integer.MAX_VALUE;
    volatile int window = 4;
    volatile int maxObjects = 500;
    volatile Duration certificateAge = Duration.ZERO;
    volatile @Nullable StreamObserver<CentralMessage> stream;
    private final Server server;

    public TestCentral() throws Exception {
        this(new TestAuthority(), "localhost");
    }

    TestCentral(TestAuthority authority, String host) throws Exception {
        this.authority = authority;
        KeyPair keys = TestAuthority.newKeys();
        server = NettyServerBuilder.forPort(0)
                .sslContext(GrpcSslContexts.configure(
                                SslContextBuilder.forServer(keys.getPrivate(), new X509Certificate[] {
                                    authority.server(keys.getPublic(), host), authority.certificate()
                                }),
                                SslProvider.JDK)
                        .clientAuth(ClientAuth.OPTIONAL)
                        .trustManager(authority.certificate())
                        .build())
                .permitKeepAliveTime(5, TimeUnit.SECONDS)
                .addService(this)
                .build()
                .start();
    }

    public CentralAddress address() {
        return new CentralAddress("localhost", server.getPort());
    }

    /** The token as an operator gets it. */
    public String tokenText() throws Exception {
        return TOKEN + "." + authority.fingerprint();
    }

    EnrolmentToken token() throws Exception {
        return new EnrolmentToken(TOKEN, authority.fingerprint());
    }

    /** Waits for a message, others dropped. */
    SensorMessage await(Predicate<SensorMessage> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end) {
            SensorMessage message = received.poll(1, TimeUnit.SECONDS);
            if (message != null && wanted.test(message)) {
                return message;
            }
        }
        throw new AssertionError("not received; got "
                + log.stream().map(SensorMessage::getMessageCase).toList());
    }

    SensorMessage awaitSynced() throws InterruptedException {
        return await(SensorMessage::hasSynced);
    }

    SensorMessage awaitBatch() throws InterruptedException {
        return await(SensorMessage::hasBatch);
    }

    /** The bytes of everything that was received, one character each. */
    public String received() {
        StringBuilder bytes = new StringBuilder();
        log.forEach(
                message -> bytes.append(message.toByteString().toString(java.nio.charset.StandardCharsets.ISO_8859_1)));
        return bytes.toString();
    }

    List<ObjectBatch> batches() {
        return log.stream()
                .filter(SensorMessage::hasBatch)
                .map(SensorMessage::getBatch)
                .toList();
    }

    void acknowledge(long sequence) {
        send(CentralMessage.newBuilder()
                .setAcknowledged(Acknowledged.newBuilder().setSequence(sequence))
                .build());
    }

    void send(CentralMessage message) {
        StreamObserver<CentralMessage> open = stream;
        if (open != null) {
            synchronized (this) {
                open.onNext(message);
            }
        }
    }

    @Override
    public void enrol(EnrolRequest request, StreamObserver<EnrolResponse> answer) {
        if (!request.getToken().equals(TOKEN)) {
            answer.onError(Status.UNAUTHENTICATED
                    .withDescription("the token is used up")
                    .asRuntimeException());
            return;
        }
        answer.onNext(EnrolResponse.newBuilder()
                .setCertificateChain(sign(request.getCertificateRequest(), certificateAge))
                .setCluster(request.getCluster())
                .build());
        answer.onCompleted();
    }

    @Override
    public void renew(RenewRequest request, StreamObserver<RenewResponse> answer) {
        renewals.incrementAndGet();
        answer.onNext(RenewResponse.newBuilder()
                .setCertificateChain(sign(request.getCertificateRequest(), Duration.ZERO))
                .build());
        answer.onCompleted();
    }

    private String sign(ByteString request, Duration age) {
        try {
            return authority.chain(
                    authority.client(request.toByteArray(), Instant.now().minus(age), Duration.ofDays(1)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public StreamObserver<SensorMessage> connect(StreamObserver<CentralMessage> out) {
        streams.incrementAndGet();
        stream = out;
        return new StreamObserver<>() {
            private int batches;

            @Override
            public void onNext(SensorMessage message) {
                log.add(message);
                if (message.hasHello()) {
                    welcome(out);
                } else if (message.hasBatch()) {
                    if (++batches > breakAfterBatches) {
                        out.onError(Status.UNAVAILABLE.withDescription("cut").asRuntimeException());
                        return;
                    }
                    if (acknowledging) {
                        store(message.getBatch());
                        acknowledge(message.getBatch().getSequence());
                    }
                } else if (message.hasSynced() && acknowledging) {
                    acknowledge(message.getSynced().getSequence());
                }
                received.add(message);
            }

            @Override
            public void onError(Throwable thrown) {}

            @Override
            public void onCompleted() {
                out.onCompleted();
            }
        };
    }

    private void welcome(StreamObserver<CentralMessage> out) {
        if (postpone.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            send(CentralMessage.newBuilder()
                    .setPostpone(Postpone.newBuilder().setRetryAfterMillis(50).setReason("busy"))
                    .build());
            out.onCompleted();
            return;
        }
        send(CentralMessage.newBuilder()
                .setWelcome(Welcome.newBuilder()
                        .setCluster("c1")
                        .setHeartbeatSeconds(1)
                        .setMaxBatchObjects(maxObjects)
                        .setWindow(window))
                .build());
        ByteString entries = ByteString.EMPTY;
        ByteString.Output kinds = ByteString.newOutput();
        for (Map.Entry<ByteString, Held> entry : held.entrySet()) {
            entries = entries.concat(entry.getKey()).concat(entry.getValue().fingerprint());
            kinds.write(entry.getValue().kind());
        }
        send(CentralMessage.newBuilder()
                .setHoldings(Holdings.newBuilder()
                        .setEntries(entries)
                        .setKinds(tellsKinds ? kinds.toByteString() : ByteString.EMPTY)
                        .setLast(true))
                .build());
    }

    private void store(ObjectBatch batch) {
        for (ObjectUpsert upsert : batch.getUpsertsList()) {
            held.put(
                    upsert.getId(),
                    new Held(
                            upsert.getFingerprint(),
                            upsert.getState().getObjectCase().getNumber() - 1,
                            upsert.getState()));
        }
        batch.getRemovalsList().forEach(held::remove);
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
