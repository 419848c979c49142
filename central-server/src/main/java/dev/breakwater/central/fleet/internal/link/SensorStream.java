package dev.breakwater.central.fleet.internal.link;

import dev.breakwater.central.fleet.internal.batch.BatchDecoder;
import dev.breakwater.central.fleet.internal.batch.CentralUnavailable;
import dev.breakwater.central.fleet.internal.batch.ClusterCutOff;
import dev.breakwater.contracts.v1.Acknowledged;
import dev.breakwater.contracts.v1.CentralMessage;
import dev.breakwater.contracts.v1.Command;
import dev.breakwater.contracts.v1.Heartbeat;
import dev.breakwater.contracts.v1.Hello;
import dev.breakwater.contracts.v1.ObjectBatch;
import dev.breakwater.contracts.v1.Postpone;
import dev.breakwater.contracts.v1.Reconnect;
import dev.breakwater.contracts.v1.SensorMessage;
import dev.breakwater.contracts.v1.Welcome;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One sensor's stream. Its messages are worked on one after the other, each to its end before the next is asked for, so that
 * a sensor cannot send faster than central stores: what is not asked for stays with the sensor.
 */
final class SensorStream implements StreamObserver<SensorMessage> {

    private static final Logger log = LoggerFactory.getLogger(SensorStream.class);

    private static final long CONTACT_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int MAX_INSTANCE = 100;
    private static final long OCCUPIED_RETRY_MILLIS = 5_000;

    private final LinkIdentity identity;
    private final Outbound outbound;
    private final LinkServices services;
    private final SensorVerdicts verdicts;
    private final SensorDeclarations declarations;
    private final SensorImageScans imageScans;
    private final SensorNodeOrders nodeOrders;

    private volatile boolean welcomed;
    private volatile long heardAt = System.nanoTime();
    private volatile @Nullable Hello hello;
    private long lastSequence;
    private long contactWrittenAt = System.nanoTime();
    private boolean overflowed;
    private volatile boolean synced;

    SensorStream(LinkIdentity identity, Outbound outbound, LinkServices services) {
        this.identity = identity;
        this.outbound = outbound;
        this.services = services;
        this.verdicts = new SensorVerdicts(services.judgement(), outbound);
        this.declarations = new SensorDeclarations(services.declarations(), services.declarationProblems());
        this.imageScans = new SensorImageScans(identity, services.imageScans(), outbound);
        this.nodeOrders = new SensorNodeOrders(identity, services.nodeOrders(), outbound);
    }

    UUID clusterId() {
        return identity.clusterId();
    }

    String instance() {
        Hello said = hello;
        return said == null ? "" : said.getInstanceId();
    }

    boolean isAlive() {
        return outbound.isOpen();
    }

    boolean isWelcomed() {
        return welcomed;
    }

    long silentNanos() {
        return System.nanoTime() - heardAt;
    }

    @Override
    public void onNext(SensorMessage message) {
        if (!outbound.isOpen()) {
            return;
        }
        heardAt = System.nanoTime();
        try {
            handle(message);
            heardAt = System.nanoTime();
            outbound.requestNext();
        } catch (ProtocolViolation e) {
            close(Status.INVALID_ARGUMENT.withDescription(e.getMessage()));
        } catch (ClusterCutOff e) {
            close(Status.PERMISSION_DENIED.withDescription(e.getMessage()));
        } catch (CentralUnavailable | DataAccessException | TransactionException e) {
            log.warn("stream closed, central cannot store now: cluster={} id={}", identity.cluster(), clusterId(), e);
            close(Status.UNAVAILABLE.withDescription("central cannot store now"));
        } catch (RuntimeException e) {
            log.error("stream closed by an unexpected failure: cluster={} id={}", identity.cluster(), clusterId(), e);
            close(Status.INTERNAL.withDescription("unexpected failure in central"));
        }
    }

    @Override
    public void onError(Throwable failure) {
        release();
    }

    @Override
    public void onCompleted() {
        release();
        outbound.end(Status.OK);
    }

    /** Ends the stream from this side; from any thread, any number of times. */
    void close(Status status) {
        if (outbound.end(status)) {
            log.info(
                    "sensor disconnected by central: cluster={} id={} status={} reason={}",
                    identity.cluster(),
                    clusterId(),
                    status.getCode(),
                    status.getDescription());
            release();
        }
    }

    /** Asks the sensor to come back later; it closes the stream itself. */
    void reconnect(String reason, long afterMillis) {
        outbound.send(CentralMessage.newBuilder()
                .setCommand(Command.newBuilder()
                        .setReconnect(Reconnect.newBuilder().setReason(reason).setAfterMillis(afterMillis)))
                .build());
    }

    /** Called when the peer is gone. */
    void release() {
        services.admission().leave(this);
        if (services.connected().leave(this)) {
            try {
                services.records().disconnected(clusterId(), services.replica().name());
            } catch (DataAccessException | TransactionException e) {
                log.warn("end of a connection not recorded: cluster={}", clusterId(), e);
            }
        }
    }

    private void handle(SensorMessage message) {
        if (hello == null && message.getMessageCase() != SensorMessage.MessageCase.HELLO) {
            throw new ProtocolViolation("the first message is " + message.getMessageCase() + "; allowed: HELLO");
        }
        switch (message.getMessageCase()) {
            case HELLO -> hello(message.getHello());
            case BATCH -> batch(message.getBatch());
            case SYNCED -> synced(message.getSynced().getSequence());
            case SOURCE_REPORT -> services.sources().report(clusterId(), message.getSourceReport());
            case HEARTBEAT -> heartbeat(message.getHeartbeat());
            case VERDICTS -> verdicts.take(clusterId(), message.getVerdicts());
            case DECLARED_POLICIES -> declarations.take(clusterId(), message.getDeclaredPolicies());
            case IMAGE_SCAN -> imageScans.take(message.getImageScan());
            case NODE_ORDER_NEWS -> nodeOrders.take(message.getNodeOrderNews());
            // A newer sensor says more than this central understands.
            case MESSAGE_NOT_SET -> log.debug("unknown message ignored: cluster={}", clusterId());
        }
    }

    private void hello(Hello received) {
        if (hello != null) {
            throw new ProtocolViolation("a second HELLO");
        }
        String instance = received.getInstanceId();
        if (instance.isEmpty() || instance.length() > MAX_INSTANCE) {
            throw new ProtocolViolation(
                    "instance_id has " + instance.length() + " characters; allowed: 1 to " + MAX_INSTANCE);
        }
        String known = services.records().clusterUid(clusterId());
        if (!known.isEmpty() && !received.getClusterUid().isEmpty() && !known.equals(received.getClusterUid())) {
            close(Status.FAILED_PRECONDITION.withDescription(
                    "this sensor watches another Kubernetes cluster than before; "
                            + "remove the cluster in central, or enrol this one under its own name"));
            return;
        }
        hello = received;
        if (!services.connected().enter(this)) {
            postpone(OCCUPIED_RETRY_MILLIS, "another sensor of this cluster is connected");
        } else if (!services.admission().enter(this)) {
            postpone(services.admission().retryAfterMillis(), "as many clusters as central takes are being read now");
        } else {
            welcome(received);
        }
    }

    private void postpone(long millis, String reason) {
        outbound.send(CentralMessage.newBuilder()
                .setPostpone(Postpone.newBuilder().setRetryAfterMillis(millis).setReason(reason))
                .build());
        onCompleted();
    }

    private void welcome(Hello received) {
        services.records().connected(clusterId(), received, services.replica().name());
        welcomed = true;
        services.problems().clearAll(clusterId());
        log.info(
                "sensor connected: cluster={} id={} instance={} version={}",
                identity.cluster(),
                clusterId(),
                received.getInstanceId(),
                received.getSensorVersion());
        outbound.send(CentralMessage.newBuilder()
                .setWelcome(Welcome.newBuilder()
                        .setClusterId(clusterId().toString())
                        .setCluster(identity.cluster())
                        .setHeartbeatSeconds(
                                (int) services.properties().heartbeat().toSeconds())
                        .setMaxBatchObjects(services.properties().maxBatchObjects())
                        .setWindow(services.properties().window()))
                .build());
        services.synchronisation()
                .holdings(
                        clusterId(),
                        holdings -> outbound.send(CentralMessage.newBuilder()
                                .setHoldings(holdings)
                                .build()));
    }

    private void batch(ObjectBatch batch) {
        int objects = batch.getUpsertsCount() + batch.getRemovalsCount();
        if (objects > services.properties().maxBatchObjects()) {
            throw new ProtocolViolation("a batch of " + objects + " objects; allowed: up to "
                    + services.properties().maxBatchObjects());
        }
        expect(batch.getSequence());
        services.admission().progressed(this);
        services.batches().receive(clusterId(), BatchDecoder.decode(batch, identity.cluster()));
        acknowledge(batch.getSequence());
        contact();
    }

    private void synced(long sequence) {
        expect(sequence);
        services.synchronisation().synced(clusterId());
        services.admission().leave(this);
        acknowledge(sequence);
        synced = true;
        verdicts.sendPolicies();
        log.info("cluster synced: cluster={} id={}", identity.cluster(), clusterId());
    }

    private void heartbeat(Heartbeat heartbeat) {
        if (synced) {
            verdicts.sendPolicies();
            orderScans();
        }
        if (heartbeat.getSpoolOverflowed() != overflowed || contactIsDue()) {
            overflowed = heartbeat.getSpoolOverflowed();
            services.records().heartbeat(clusterId(), heartbeat);
            contactWrittenAt = System.nanoTime();
        }
    }

    /** Hands out what is to be done to nodes; from any thread. */
    void orderNodeActions() {
        Hello said = hello;
        if (synced && said != null && said.getNodeActionsCount() > 0) {
            nodeOrders.order();
        }
    }

    private void orderScans() {
        Hello said = hello;
        if (said != null && said.getScansImages()) {
            imageScans.order();
        }
    }

    private void expect(long sequence) {
        if (sequence != lastSequence + 1) {
            throw new ProtocolViolation("sequence " + sequence + "; allowed: " + (lastSequence + 1));
        }
    }

    private void acknowledge(long sequence) {
        lastSequence = sequence;
        outbound.send(CentralMessage.newBuilder()
                .setAcknowledged(Acknowledged.newBuilder().setSequence(sequence))
                .build());
    }

    private void contact() {
        if (contactIsDue()) {
            services.records().contact(clusterId());
            contactWrittenAt = System.nanoTime();
        }
    }

    private boolean contactIsDue() {
        return System.nanoTime() - contactWrittenAt > CONTACT_NANOS;
    }
}
