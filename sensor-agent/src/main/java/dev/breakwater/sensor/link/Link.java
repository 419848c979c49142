package dev.breakwater.sensor.link;

import dev.breakwater.contracts.NodeActionCodec;
import dev.breakwater.contracts.v1.Hello;
import dev.breakwater.contracts.v1.SensorLinkGrpc;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one cluster connected: enrols if need be, streams, renews the certificate, and comes back after every interruption. */
public final class Link {

    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_RENEWALS = Duration.ofMinutes(5);
    private static final long SETTLE_SECONDS = 60;

    private final LinkSettings settings;
    private final Source source;
    private final LinkListener listener;
    private final InstantSource clock;
    private final Identities identities;
    private final OwnJudgement judgement;
    private final Duties duties;
    private final Backoff backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, RandomGenerator.getDefault());
    private final String instance = UUID.randomUUID().toString();
    private Instant renewal = Instant.MIN;

    public Link(LinkSettings settings, Source source, StateFolder state, LinkListener listener, InstantSource clock) {
        this(settings, source, state, listener, clock, Duties.NONE);
    }

    /** One that central may ask for more. */
    public Link(
            LinkSettings settings,
            Source source,
            StateFolder state,
            LinkListener listener,
            InstantSource clock,
            Duties duties) {
        this.duties = duties;
        this.settings = settings;
        this.source = source;
        this.listener = listener;
        this.clock = clock;
        this.judgement = new OwnJudgement(settings.cluster(), source, clock);
        this.identities = new Identities(settings, state, clock);
    }

    /** Runs until interrupted or refused for good. */
    public void run() throws InterruptedException {
        try {
            source.status().awaitSettled(SETTLE_SECONDS);
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(connectOrWait());
            }
        } catch (LinkRefused e) {
            LOG.error("link refused cluster={} reason={}", settings.cluster(), e.getMessage());
            listener.refused(settings.cluster(), e.getMessage());
        } catch (IOException | GeneralSecurityException e) {
            LOG.error("state unusable cluster={} reason={}", settings.cluster(), e.getMessage());
            listener.refused(settings.cluster(), e.getMessage());
        }
    }

    /** A defect in one connection must not end all of them. An {@link Error} does: whoever started the thread is told. */
    private Duration connectOrWait() throws LinkRefused, IOException, GeneralSecurityException, InterruptedException {
        try {
            return connectOnce();
        } catch (RuntimeException e) {
            LOG.error("link broke cluster={}", settings.cluster(), e);
            return interrupted(Status.INTERNAL.withDescription(e.toString()).asRuntimeException(), "the link broke");
        }
    }

    /** One connection; answers how long to wait before the next. */
    private Duration connectOnce() throws LinkRefused, IOException, GeneralSecurityException, InterruptedException {
        SensorIdentity identity;
        try {
            identity = renewedIfDue(identities.obtain());
        } catch (StatusRuntimeException e) {
            return interrupted(e, "central at " + settings.central() + " cannot be reached");
        }
        ManagedChannel channel = Channels.enrolled(settings, identity);
        try {
            LinkSession session = new LinkSession(
                    settings.cluster(), source, hello(), nextRenewal(identity), clock, judgement, duties, this::synced);
            SessionEnd end = session.run(SensorLinkGrpc.newStub(channel)::connect);
            return waitAfter(end);
        } finally {
            channel.shutdown();
            if (!channel.awaitTermination(5, java.util.concurrent.TimeUnit.SECONDS)) {
                channel.shutdownNow();
            }
        }
    }

    private SensorIdentity renewedIfDue(SensorIdentity identity) throws IOException, GeneralSecurityException {
        if (clock.instant().isBefore(nextRenewal(identity))) {
            return identity;
        }
        try {
            SensorIdentity next = identities.renew(identity);
            renewal = Instant.MIN;
            return next;
        } catch (StatusRuntimeException e) {
            renewal = clock.instant().plus(BETWEEN_RENEWALS);
            LOG.warn(
                    "certificate not renewed cluster={} ends={} reason={}",
                    settings.cluster(),
                    identity.certificate().getNotAfter().toInstant(),
                    Reasons.of(e));
            return identity;
        }
    }

    private Instant nextRenewal(SensorIdentity identity) {
        Instant due = identity.renewAt();
        return due.isBefore(renewal) ? renewal : due;
    }

    private Hello hello() {
        return Hello.newBuilder()
                .setSensorVersion(settings.version())
                .setKubernetesVersion(source.kubernetesVersion())
                .setSource(source.kind())
                .setInstanceId(instance)
                .setClusterUid(source.clusterUid())
                .setScansImages(duties.scans().isEnabled())
                .addAllNodeActions(duties.nodes().allowed().stream()
                        .map(NodeActionCodec::toWire)
                        .sorted()
                        .toList())
                .build();
    }

    private void synced() {
        backoff.reset();
        LOG.info(
                "synced cluster={} objects={}",
                settings.cluster(),
                source.facts().size());
        listener.synced(settings.cluster());
    }

    private Duration waitAfter(SessionEnd end) {
        return switch (end) {
            case SessionEnd.AskedToWait asked -> {
                LOG.info(
                        "central asks to wait cluster={} millis={} reason={}",
                        settings.cluster(),
                        asked.pause().toMillis(),
                        asked.reason());
                yield backoff.jittered(asked.pause());
            }
            case SessionEnd.Renewing ignored -> Duration.ZERO;
            case SessionEnd.Broken broken ->
                interrupted(broken.status().asRuntimeException(), broken.wasSynced() ? "stream lost" : "no stream");
        };
    }

    private Duration interrupted(StatusRuntimeException e, String what) {
        @Nullable Error defect = Reasons.defect(e);
        if (defect != null) {
            throw defect;
        }
        Status.Code code = e.getStatus().getCode();
        boolean turnedAway = code == Status.Code.UNAUTHENTICATED || code == Status.Code.PERMISSION_DENIED;
        Duration wait = turnedAway ? backoff.longest() : backoff.next();
        String reason = what + ": " + Reasons.of(e);
        LOG.warn("link interrupted cluster={} retryMillis={} reason={}", settings.cluster(), wait.toMillis(), reason);
        listener.interrupted(settings.cluster(), reason);
        return wait;
    }
}
