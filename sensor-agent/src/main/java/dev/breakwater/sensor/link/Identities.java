package dev.breakwater.sensor.link;

import dev.breakwater.contracts.v1.EnrolRequest;
import dev.breakwater.contracts.v1.EnrolResponse;
import dev.breakwater.contracts.v1.RenewRequest;
import dev.breakwater.contracts.v1.SensorLinkGrpc;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets the sensor's certificate and the next one. A certificate at hand is used as long as it serves; a token that was not
 * used here before is a wish to enrol anew.
 */
final class Identities {

    private static final Logger LOG = LoggerFactory.getLogger(Identities.class);
    private static final String CLUSTER = "cluster";
    private static final String USED_TOKEN = "enrolled-with";
    private static final long CALL_SECONDS = 30;

    private final LinkSettings settings;
    private final StateFolder state;
    private final InstantSource clock;

    Identities(LinkSettings settings, StateFolder state, InstantSource clock) {
        this.settings = settings;
        this.state = state;
        this.clock = clock;
    }

    /**
     * The identity to connect with, by enrolment if there is none.
     *
     * @throws LinkRefused if there is none and none is to be had
     * @throws StatusRuntimeException if central could not be reached; trying again may help
     */
    SensorIdentity obtain() throws LinkRefused, IOException, GeneralSecurityException {
        Optional<SensorIdentity> held = SensorIdentity.load(state);
        if (held.isPresent()) {
            checkCluster();
        }
        EnrolmentToken token = settings.token();
        boolean expired = held.isPresent() && held.get().isExpired(clock.instant());
        if (held.isPresent() && !expired && (token == null || isUsed(token))) {
            return held.get();
        }
        if (token == null || (expired && isUsed(token))) {
            throw new LinkRefused(
                    expired
                            ? "the certificate in " + state + " ended on "
                                    + held.get().certificate().getNotAfter().toInstant()
                                    + "; enrol again with a new token"
                            : "cluster " + settings.cluster() + " is not enrolled: " + state
                                    + " holds no certificate and no token was given");
        }
        return enrol(token);
    }

    private void checkCluster() throws LinkRefused, IOException {
        String cluster = text(CLUSTER).orElse(settings.cluster());
        if (!cluster.equals(settings.cluster())) {
            throw new LinkRefused("the state folder " + state + " belongs to cluster " + cluster + ", not to "
                    + settings.cluster() + "; give each cluster a folder of its own");
        }
    }

    private boolean isUsed(EnrolmentToken token) throws IOException {
        return text(USED_TOKEN).filter(token.digest()::equals).isPresent();
    }

    private Optional<String> text(String file) throws IOException {
        return state.read(file).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private SensorIdentity enrol(EnrolmentToken token) throws LinkRefused, IOException, GeneralSecurityException {
        KeyPair keys = SensorKeys.generate();
        EnrolRequest request = EnrolRequest.newBuilder()
                .setToken(token.secret())
                .setCertificateRequest(
                        com.google.protobuf.ByteString.copyFrom(SensorKeys.request(keys, settings.cluster())))
                .setCluster(settings.cluster())
                .setSensorVersion(settings.version())
                .build();
        ManagedChannel channel = Channels.anonymous(settings, token.authorityFingerprint());
        EnrolResponse response;
        try {
            response = SensorLinkGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(CALL_SECONDS, TimeUnit.SECONDS)
                    .enrol(request);
        } catch (StatusRuntimeException e) {
            throw refusedOr(e);
        } finally {
            channel.shutdownNow();
        }
        SensorIdentity identity = SensorIdentity.store(state, keys.getPrivate(), response.getCertificateChain());
        if (!SensorIdentity.fingerprint(identity.authority()).equals(token.authorityFingerprint())) {
            throw new LinkRefused("central answered with a certificate of another authority than the token names");
        }
        state.write(CLUSTER, settings.cluster().getBytes(StandardCharsets.UTF_8));
        state.write(USED_TOKEN, token.digest().getBytes(StandardCharsets.UTF_8));
        LOG.info(
                "enrolled cluster={} certificateEnds={}",
                settings.cluster(),
                identity.certificate().getNotAfter().toInstant());
        return identity;
    }

    private StatusRuntimeException refusedOr(StatusRuntimeException e) throws LinkRefused {
        Status.Code code = e.getStatus().getCode();
        boolean refused = switch (code) {
            case UNAUTHENTICATED, PERMISSION_DENIED, INVALID_ARGUMENT, NOT_FOUND, ALREADY_EXISTS, FAILED_PRECONDITION ->
                true;
            default -> false;
        };
        if (refused) {
            throw new LinkRefused("central refused to enrol cluster " + settings.cluster() + ": " + Reasons.of(e), e);
        }
        if (Reasons.isCertificate(e)) {
            throw new LinkRefused("the server at " + settings.central() + " is not trusted: " + Reasons.of(e), e);
        }
        return e;
    }

    /** The next identity, with a new key, kept in the state folder. */
    SensorIdentity renew(SensorIdentity present) throws IOException, GeneralSecurityException {
        KeyPair keys = SensorKeys.generate();
        ManagedChannel channel = Channels.enrolled(settings, present);
        try {
            String chain = SensorLinkGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(CALL_SECONDS, TimeUnit.SECONDS)
                    .renew(RenewRequest.newBuilder()
                            .setCertificateRequest(com.google.protobuf.ByteString.copyFrom(
                                    SensorKeys.request(keys, settings.cluster())))
                            .build())
                    .getCertificateChain();
            SensorIdentity next = SensorIdentity.store(state, keys.getPrivate(), chain);
            LOG.info(
                    "certificate renewed cluster={} ends={}",
                    settings.cluster(),
                    next.certificate().getNotAfter().toInstant());
            return next;
        } finally {
            channel.shutdownNow();
        }
    }
}
