package dev.breakwater.central.fleet.internal.link;

import dev.breakwater.central.fleet.internal.LinkProperties;
import dev.breakwater.central.fleet.internal.authority.Authority;
import dev.breakwater.central.fleet.internal.authority.Keys;
import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.util.AdvancedTlsX509KeyManager;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.stereotype.Component;

/**
 * The certificate of the link's port. Key and certificate are made at each start and live in memory only; the certificate
 * is made anew when a third of its life is left, without closing a connection.
 */
@Component
class ServerIdentity {

    private static final Duration LIFE = Duration.ofDays(90);

    private final Authority authority;
    private final LinkProperties properties;
    private final Clock clock;
    private final AdvancedTlsX509KeyManager keys = new AdvancedTlsX509KeyManager();
    private Instant renewAt = Instant.MIN;

    ServerIdentity(Authority authority, LinkProperties properties, Clock clock) {
        this.authority = authority;
        this.properties = properties;
        this.clock = clock;
    }

    /** TLS that asks for a client certificate, and takes only those of our authority. */
    ServerCredentials credentials() {
        renewIfDue();
        return TlsServerCredentials.newBuilder()
                .keyManager(keys)
                .trustManager(ofAuthority())
                .clientAuth(TlsServerCredentials.ClientAuth.OPTIONAL)
                .build();
    }

    synchronized void renewIfDue() {
        Instant now = clock.instant();
        if (now.isBefore(renewAt)) {
            return;
        }
        KeyPair pair = Keys.generate();
        X509Certificate certificate = authority.issueServer(pair.getPublic(), properties.publicAddress(), now, LIFE);
        keys.updateIdentityCredentials(new X509Certificate[] {certificate, authority.certificate()}, pair.getPrivate());
        renewAt = now.plus(LIFE.multipliedBy(2).dividedBy(3));
    }

    private TrustManager[] ofAuthority() {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("authority", authority.certificate());
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every JDK can keep a certificate in memory", e);
        }
    }
}
