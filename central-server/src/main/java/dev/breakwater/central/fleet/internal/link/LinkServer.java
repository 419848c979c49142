package dev.breakwater.central.fleet.internal.link;

import dev.breakwater.central.fleet.internal.LinkProperties;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Listens for sensors. The last to start, since a sensor may send at once, and the first to stop: connected sensors are then
 * asked to come back, spread over some seconds, to whichever replica answers.
 */
@Component
public class LinkServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LinkServer.class);

    // Above the 1 MiB of the protocol stands only the envelope.
    private static final int MAX_MESSAGE_BYTES = 1024 * 1024 + 64 * 1024;
    private static final int MAX_METADATA_BYTES = 8 * 1024;
    private static final int CALLS_PER_CONNECTION = 4;
    private static final long SWEEP_SECONDS = 2;
    private static final long STOP_SECONDS = 10;
    private static final long RECONNECT_MILLIS = 1_000;
    private static final long RECONNECT_SPREAD_MILLIS = 5_000;

    private final LinkProperties properties;
    private final ServerIdentity identity;
    private final SensorLinkService service;
    private final PeerCertificates certificates;
    private final LinkServices services;
    private @Nullable Server server;
    private @Nullable ExecutorService calls;
    private @Nullable ScheduledExecutorService sweeper;

    LinkServer(
            LinkProperties properties,
            ServerIdentity identity,
            SensorLinkService service,
            PeerCertificates certificates,
            LinkServices services) {
        this.properties = properties;
        this.identity = identity;
        this.service = service;
        this.certificates = certificates;
        this.services = services;
    }

    @Override
    public void start() {
        calls = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("link-", 0).factory());
        server = NettyServerBuilder.forPort(properties.port(), identity.credentials())
                .addService(ServerInterceptors.intercept(service, certificates, new PeerAddress()))
                .executor(calls)
                .maxInboundMessageSize(MAX_MESSAGE_BYTES)
                .maxInboundMetadataSize(MAX_METADATA_BYTES)
                .maxConcurrentCallsPerConnection(CALLS_PER_CONNECTION)
                .handshakeTimeout(10, TimeUnit.SECONDS)
                .keepAliveTime(20, TimeUnit.SECONDS)
                .keepAliveTimeout(10, TimeUnit.SECONDS)
                .permitKeepAliveTime(5, TimeUnit.SECONDS)
                .maxConnectionIdle(5, TimeUnit.MINUTES)
                .build();
        try {
            server.start();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "cannot listen for sensors on port " + properties.port()
                            + " (BREAKWATER_LINK_PORT, breakwater.link.port)",
                    e);
        }
        sweeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("link-sweep").factory());
        sweeper.scheduleWithFixedDelay(this::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
        log.info("listening for sensors: port={} address={}", port(), properties.address());
    }

    /** The port that it listens on. */
    public int port() {
        if (server == null) {
            throw new IllegalStateException("the link is not started");
        }
        return server.getPort();
    }

    @Override
    public void stop() {
        if (server == null || sweeper == null || calls == null) {
            return;
        }
        sweeper.shutdownNow();
        services.connected()
                .all()
                .forEach(stream -> stream.reconnect(
                        "central restarts",
                        RECONNECT_MILLIS + ThreadLocalRandom.current().nextLong(RECONNECT_SPREAD_MILLIS)));
        server.shutdown();
        try {
            if (!server.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                services.connected()
                        .all()
                        .forEach(stream -> stream.close(Status.UNAVAILABLE.withDescription("central restarts")));
                server.shutdownNow().awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
        calls.shutdown();
        server = null;
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /** People wait for these, so that they do not wait for a heartbeat. */
    private void orderNodeActions(Set<UUID> here) {
        services.nodeOrders().ifAvailable(orders -> {
            Set<UUID> clusters = orders.withOrders(here);
            services.connected().all().stream()
                    .filter(stream -> clusters.contains(stream.clusterId()))
                    .forEach(SensorStream::orderNodeActions);
        });
    }

    // Another replica may have revoked a cluster whose stream is here, or taken its next stream.
    private void sweep() {
        try {
            identity.renewIfDue();
            Set<UUID> here = services.connected().welcomed();
            if (!here.isEmpty()) {
                services.records().cutOff(here).forEach(services.connected()::cutOff);
                services.records()
                        .connectedElsewhere(here, services.replica().name())
                        .forEach(services.connected()::supersede);
                orderNodeActions(here);
            }
        } catch (RuntimeException e) {
            log.warn("sweep of connected clusters failed, tried again soon", e);
        }
    }
}
