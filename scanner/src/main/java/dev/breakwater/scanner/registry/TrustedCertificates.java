package dev.breakwater.scanner.registry;

import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Certificates of a site of its own beside those that Java trusts. */
public final class TrustedCertificates {

    private TrustedCertificates() {}

    /**
     * A context that trusts both.
     *
     * @param pem certificates
     */
    public static SSLContext withDefaults(String pem) throws ScanFailed {
        try {
            Collection<? extends Certificate> own = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            if (own.isEmpty()) {
                throw new ScanFailed(Reason.UNREACHABLE, "the certificates to trust are no PEM");
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int count = 0;
            for (Certificate each : own) {
                store.setCertificateEntry("own-" + count++, each);
            }
            for (TrustManager manager : factory(null).getTrustManagers()) {
                if (manager instanceof X509TrustManager known) {
                    for (X509Certificate each : known.getAcceptedIssuers()) {
                        store.setCertificateEntry("known-" + count++, each);
                    }
                }
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory(store).getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            if (e instanceof ScanFailed told) {
                throw told;
            }
            throw new ScanFailed(Reason.UNREACHABLE, "the certificates to trust cannot be read: " + e.getMessage(), e);
        }
    }

    private static TrustManagerFactory factory(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
