package dev.breakwater.central.fleet.internal.link;

import dev.breakwater.central.fleet.internal.authority.Authority;
import dev.breakwater.central.fleet.internal.enrolment.Certificates;
import dev.breakwater.contracts.v1.SensorLinkGrpc;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Lets only enrolment pass without a certificate. The TLS layer has verified by then that a certificate, if there is one,
 * is of our authority and in date; whether it was revoked is asked here, at every call.
 */
@Component
class PeerCertificates implements ServerInterceptor {

    /** The peer of the present call. */
    static final Context.Key<LinkIdentity> IDENTITY = Context.key("breakwater-link-identity");

    private static final Metadata NO_TRAILERS = new Metadata();

    private final LinkRecords records;

    PeerCertificates(LinkRecords records) {
        this.records = records;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (call.getMethodDescriptor().equals(SensorLinkGrpc.getEnrolMethod())) {
            return next.startCall(call, headers);
        }
        Optional<LinkIdentity> identity;
        try {
            identity = identityOf(call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION));
        } catch (DataAccessException e) {
            return refuse(call, Status.UNAVAILABLE.withDescription("central cannot check the certificate now"));
        }
        if (identity.isEmpty()) {
            return refuse(
                    call,
                    Status.UNAUTHENTICATED.withDescription(
                            "a client certificate of central's authority is needed that is not revoked; enrol first"));
        }
        return Contexts.interceptCall(Context.current().withValue(IDENTITY, identity.get()), call, headers, next);
    }

    private static <Q, A> ServerCall.Listener<Q> refuse(ServerCall<Q, A> call, Status status) {
        call.close(status, NO_TRAILERS);
        return new ServerCall.Listener<>() {};
    }

    private Optional<LinkIdentity> identityOf(SSLSession session) {
        try {
            for (Certificate certificate : session.getPeerCertificates()) {
                return certificate instanceof X509Certificate x509 ? identityOf(x509) : Optional.empty();
            }
            return Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }

    private Optional<LinkIdentity> identityOf(X509Certificate certificate) {
        return clusterOf(certificate).flatMap(cluster -> records.unrevoked(cluster, Certificates.serial(certificate)));
    }

    private static Optional<UUID> clusterOf(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names == null) {
                return Optional.empty();
            }
            return names.stream()
                    .map(name -> String.valueOf(name.get(1)))
                    .filter(name -> name.startsWith(Authority.CLUSTER_URI))
                    .map(name -> UUID.fromString(name.substring(Authority.CLUSTER_URI.length())))
                    .findFirst();
        } catch (CertificateParsingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
