package dev.breakwater.sensor.link;

import io.grpc.ManagedChannel;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NegotiationType;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** Opens connections to central. TLS 1.3 only, by the JDK. */
final class Channels {

    /** The largest message that is taken from central: a chunk of its holdings. */
    private static final int MOST_INBOUND_BYTES = 4 * 1024 * 1024;

    private Channels() {}

    /** Without a certificate of its own: only enrolment is answered. */
    static ManagedChannel anonymous(LinkSettings settings, String authorityFingerprint) throws SSLException {
        return build(settings, tls().trustManager(AuthorityTrust.pinned(authorityFingerprint)));
    }

    /** As an enrolled sensor. */
    static ManagedChannel enrolled(LinkSettings settings, SensorIdentity identity)
            throws SSLException, CertificateException {
        return build(
                settings,
                tls().trustManager(AuthorityTrust.in(identity.authority()))
                        .keyManager(identity.key(), identity.chain().toArray(X509Certificate[]::new)));
    }

    private static SslContextBuilder tls() {
        return GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK)
                .protocols("TLSv1.3");
    }

    private static ManagedChannel build(LinkSettings settings, SslContextBuilder tls) throws SSLException {
        CentralAddress central = settings.central();
        return NettyChannelBuilder.forAddress(central.host(), central.port())
                .proxyDetector(OutboundProxy.detector(settings.proxy()))
                .negotiationType(NegotiationType.TLS)
                .sslContext(tls.build())
                .maxInboundMessageSize(MOST_INBOUND_BYTES)
                .keepAliveTime(30, TimeUnit.SECONDS)
                .keepAliveTimeout(15, TimeUnit.SECONDS)
                .disableRetry()
                .build();
    }
}
